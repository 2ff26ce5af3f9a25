import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sharedFolder } from './shared-folder.ts';

const sources = join(sharedFolder, 'tools', 'kubeapi');
const cache = join(import.meta.dirname, '..', '..', '.cache');

/** Builds the in-memory Kubernetes API server once for each state of its sources, and returns the program's path. */
export async function buildKubeapi(): Promise<string> {
  const files = readdirSync(sources).filter((file) => /\.(go|mod|sum)$/.test(file));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(sources, file)));
  const program = join(cache, `kubeapi-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  // Several tests may build at once, also of one process: each writes its own file, and the last rename wins.
  const draft = `${program}.${randomUUID()}`;
  await promisify(execFile)('go', ['build', '-o', draft, '.'], { cwd: sources });
  renameSync(draft, program);
  return program;
}
