import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.js';
import { runCommand } from './run-command.js';

/** Installs the packages of the lock file unless exactly these are there. Ends the process when that fails. */
export async function ensureInstalled() {
  const reason = whyNotInstalled();
  if (reason === undefined) return;
  console.log(`Installing packages (${reason}) …`);
  console.log('This takes about half a minute.');
  // With NODE_ENV=production npm would leave out the pinned Node and all that builds.
  const code = await runCommand('npm', ['ci', '--include=dev']);
  if (code === 0) return;
  console.error(`npm ci failed with exit code ${code}: see its message above.`);
  process.exit(1);
}

/** Times of files say little after a clone or a copy, so the versions themselves are compared. */
function whyNotInstalled() {
  const installedFile = join(projectRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const wanted = readPackages(join(projectRoot, 'package-lock.json'));
  const installed = readPackages(installedFile);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // What belongs to another platform is in the lock file, but never installed.
    if (found === undefined && entry.optional === true) continue;
    if (found?.version !== entry.version) return `${path} is not ${entry.version}`;
  }
  return undefined;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
