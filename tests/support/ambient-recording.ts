import { join } from 'node:path';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { projectRoot } from '#tests/architecture/source-files.ts';

/** The recording of an ambient mesh, as loaders are given it. */
export function ambientContext(): LoadContext {
  const folder = join(projectRoot, 'server', 'sources', 'recording', 'data-ambient');
  const sources = createRecording({ folder });
  return { sources, nowSeconds: sources.now() / 1000, signal: new AbortController().signal, version: '0' };
}
