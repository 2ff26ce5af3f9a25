import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withBasePath } from './addresses.js';

/**
 * A built server for a base path, in a new temporary folder: files that name addresses with the path in front, everything
 * else as links.
 * @param {{ from: string, basePath: string }} options
 * @returns {string} the folder
 * @throws Error where there is no place for it
 */
export function makeTree({ from, basePath }) {
  const files = new Set(JSON.parse(readFileSync(join(from, 'base-path', 'files.json'), 'utf8')));
  const folders = new Set([...files].flatMap(foldersOf));
  const tree = mkdtempSync(join(tmpdir(), 'vigla-base-path-'));
  fill('.');
  return tree;

  function fill(folder) {
    for (const name of readdirSync(join(from, folder))) {
      const path = folder === '.' ? name : `${folder}/${name}`;
      if (folders.has(path)) {
        mkdirSync(join(tree, path));
        fill(path);
      } else if (files.has(path)) rewrite(path);
      else symlinkSync(join(from, path), join(tree, path));
    }
  }

  function rewrite(path) {
    const source = join(from, path);
    writeFileSync(join(tree, path), withBasePath(readFileSync(source, 'utf8'), basePath));
    // Entity tags are made of it, and must not change with every start.
    const { atime, mtime } = statSync(source);
    utimesSync(join(tree, path), atime, mtime);
  }
}

function foldersOf(path) {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
