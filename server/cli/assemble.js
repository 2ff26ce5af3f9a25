import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, projectRoot, standaloneFolder } from './project.js';

/** Next leaves out what a content network could serve; the standalone folder has to run without one. */
const parts = [
  { from: join(projectRoot, distFolder, 'static'), to: join(standaloneFolder, distFolder, 'static') },
  { from: join(projectRoot, 'public'), to: join(standaloneFolder, 'public') },
];

if (!existsSync(join(standaloneFolder, 'server.js'))) {
  console.error(`${standaloneFolder} has no server.js: run "npm run build".`);
  process.exit(1);
}
for (const { from, to } of parts) {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
