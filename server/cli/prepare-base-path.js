import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesWithAddresses } from '../base-path/addresses.js';
import { distFolder, projectRoot, standaloneFolder } from './project.js';

const server = join(standaloneFolder, 'server.js');
const nextServer = join(standaloneFolder, 'next-server.js');
const folder = join(standaloneFolder, 'base-path');

const startLine = "import { start } from './base-path/start.js';\n\nawait start(import.meta.dirname);\n";

/** What starts the server below a base path takes the place of the framework's own start, and knows which files to change. */
const parts = [
  ...['addresses.js', 'answer-below.js', 'given-base-path.js', 'make-tree.js', 'start.js'].map((name) => ({
    from: join('server', 'base-path', name),
    to: name,
  })),
  // It reads the path out of the file of settings, before the server has started.
  ...['package.json', 'dist', 'LICENSE'].map((name) => ({
    from: join('node_modules', 'yaml', name),
    to: join('node_modules', 'yaml', name),
  })),
];

/** @throws Error where the framework writes addresses in a way that cannot be changed */
export function prepareBasePath() {
  if (readFileSync(server, 'utf8') !== startLine) renameSync(server, nextServer);
  writeFileSync(server, startLine);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const { from, to } of parts) cpSync(join(projectRoot, from), join(folder, to), { recursive: true });
  const files = filesWithAddresses({ folder: standaloneFolder, dist: distFolder });
  writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
}
