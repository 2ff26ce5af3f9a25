import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, projectRoot, standaloneFolder } from './project.js';
import { runCommand } from './run-command.js';

/** All that a build is made of: what the build of the image is given. */
const sources = readFileSync(join(projectRoot, 'deploy', 'Dockerfile.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

/** Builds the server unless the last build is younger than every source. Ends the process when that fails. */
export async function ensureBuilt() {
  const reason = whyNotBuilt();
  if (reason === undefined) return;
  console.log(`Building (${reason}) …`);
  const code = await runCommand('npm', ['run', '--silent', 'build']);
  if (code === 0) return;
  console.error(`The build failed with exit code ${code}: see its message above.`);
  process.exit(1);
}

function whyNotBuilt() {
  const buildId = join(projectRoot, distFolder, 'BUILD_ID');
  if (!existsSync(buildId) || !existsSync(join(standaloneFolder, 'server.js')))
    return 'there is no build yet';
  const builtAt = statSync(buildId).mtimeMs;
  const newer = sources.map((name) => join(projectRoot, name)).find((path) => newestTime(path) > builtAt);
  return newer === undefined
    ? undefined
    : `${newer.slice(projectRoot.length + 1)} has changed since the last build`;
}

/** Milliseconds; folders count too, because a file that is gone leaves only their time behind. */
function newestTime(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestTime(join(path, name))));
}
