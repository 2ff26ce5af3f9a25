import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from './shared-folder.ts';

/** The cases from public projects, or other cases of the same layout where VIGLA_CORPUS names them. */
const corpusFolder = process.env.VIGLA_CORPUS ?? join(sharedFolder, 'corpus');

/** One corpus' folder; `whyMissing` says why its test cannot run, and is never set in CI, where it must. */
export function corpus(name: string): { folder: string; whyMissing: string | undefined } {
  const folder = join(corpusFolder, name);
  const mayBeMissing = process.env.CI !== 'true' && process.env.VIGLA_CORPUS === undefined;
  return { folder, whyMissing: mayBeMissing && !existsSync(folder) ? `${folder} does not exist` : undefined };
}
