import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../server/cli/build.js';
import { pinnedNode, projectRoot } from '../../server/cli/project.js';
import { runCommand } from '../../server/cli/run-command.js';
import { ensureInstalled } from '../../server/cli/setup.js';
import { installTools } from './tools.js';

const folder = join(projectRoot, 'tests', 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Say which benchmark: npm run bench -- <name>, one of: ${names.join(', ') || '(none yet)'}`);
  process.exit(1);
}
await ensureInstalled();
await ensureBuilt();
await installTools(['chromium', 'prometheus']);
process.exit(await runCommand(pinnedNode, [join(folder, `${name}.ts`), ...args]));
