import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The build names packages that stay outside of it by a hash, as links to `modules`. npm leaves links out of a package, so
 * the packages themselves take their places, where they find what they need in `modules` as before.
 * @param {{ links: string, modules: string }} folders
 */
export function replaceLinks({ links, modules }) {
  if (!existsSync(links)) return;
  const needed = namesNeeded(modules);
  for (const link of linksIn(links)) {
    const target = realpathSync(link);
    const name = relative(realpathSync(modules), target).replaceAll(sep, '/');
    rmSync(link);
    if (needed.has(name)) cpSync(target, link, { recursive: true });
    else renameSync(target, link);
  }
}

/** Names of packages that others ask for by that name. */
function namesNeeded(modules) {
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(`${sep}package.json`),
  );
  return new Set(
    files.flatMap((file) => {
      const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
        readFileSync(join(modules, file), 'utf8'),
      );
      return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    }),
  );
}

function linksIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isSymbolicLink());
}
