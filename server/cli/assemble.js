import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBasePath } from './prepare-base-path.js';
import { distFolder, projectRoot, standaloneFolder } from './project.js';
import { replaceLinks } from './replace-links.js';

const recordings = join('server', 'sources', 'recording');

/** Next leaves out what a content network could serve, and what is read by a name that it cannot know. */
const missing = [
  { from: join(projectRoot, distFolder, 'static'), to: join(standaloneFolder, distFolder, 'static') },
  { from: join(projectRoot, 'public'), to: join(standaloneFolder, 'public') },
  ...readdirSync(join(projectRoot, recordings))
    .filter((name) => /^data(-[a-z]+)?$/.test(name))
    .map((name) => ({
      from: join(projectRoot, recordings, name),
      to: join(standaloneFolder, recordings, name),
    })),
];

/**
 * It takes along sources, for a path that might lead to them, and what resizes images, for one platform only, though there
 * are none to resize (`images.unoptimized`).
 */
const superfluous = ['server', join('node_modules', '@img'), join('node_modules', 'sharp')];

if (!existsSync(join(standaloneFolder, 'server.js'))) {
  console.error(`${standaloneFolder} has no server.js: run "npm run build".`);
  process.exit(1);
}
for (const name of superfluous) rmSync(join(standaloneFolder, name), { recursive: true, force: true });
for (const { from, to } of missing) {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
replaceLinks({
  links: join(standaloneFolder, distFolder, 'node_modules'),
  modules: join(standaloneFolder, 'node_modules'),
});
prepareBasePath();
