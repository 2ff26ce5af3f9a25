import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerBelow } from './answer-below.js';
import { givenBasePath } from './given-base-path.js';
import { makeTree } from './make-tree.js';

/**
 * Starts the built server of a folder, below the base path where one is configured. The server itself knows nothing of it:
 * it runs from a tree whose addresses have the path in front, and sees requests without it.
 * @param {string} folder
 */
export async function start(folder) {
  const basePath = await givenBasePath(process.env, folder);
  if (basePath === '') return run(folder);
  // Pages find it there, also where a file has said it.
  process.env.VIGLA_SERVED_BELOW = basePath;
  process.env.VIGLA_STARTED_IN ||= folder;
  const tree = treeOrEnd({ from: folder, basePath });
  process.once('exit', () => rmSync(tree, { recursive: true, force: true }));
  answerBelow(basePath);
  return run(tree);
}

async function run(folder) {
  await import(pathToFileURL(join(folder, 'next-server.js')).href);
}

function treeOrEnd(options) {
  try {
    return makeTree(options);
  } catch (error) {
    console.error(
      `vigla: cannot start: VIGLA_BASE_PATH: needs a temporary folder (TMPDIR) of some megabytes: ${error.message}`,
    );
    process.exit(1);
  }
}
