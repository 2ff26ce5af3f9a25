import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const version = 'v3.22.0';
const cache = join(import.meta.dirname, '..', '..', '.cache');
const program = join(cache, `helm-${version}`);

/** The path of the real helm, built once by Go into the tests' cache, which takes a minute or two. */
export async function installHelm(): Promise<string> {
  if (existsSync(program)) return program;
  // Several test processes may build at once: each fills its own folder, and the last rename wins.
  const draft = join(cache, `helm.${process.pid}`);
  await mkdir(draft, { recursive: true });
  try {
    await promisify(execFile)('go', ['install', `helm.sh/helm/v3/cmd/helm@${version}`], {
      env: { ...process.env, GOBIN: draft },
    });
    await rename(join(draft, 'helm'), program);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}
