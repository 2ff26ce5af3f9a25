import type { Span } from '#lib/contract/traces.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { openBytes } from '#server/sources/snapshot/open-file.ts';
import { createSnapshot } from '#server/sources/snapshot/snapshot.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';
import { summariseTraces } from '#server/sources/tracing/summarise-traces.ts';
import { askSources } from './ask-sources.ts';

/** A Saturday afternoon, and a moment at which windows of whole minutes end. */
export const snapshotNowMs = Date.UTC(2026, 10, 21, 13, 0);

export function demoSources(): Sources {
  return createRecording({ now: () => snapshotNowMs });
}

/** The bytes of a snapshot, through the route. */
export async function snapshotOf(sources: Sources, query = ''): Promise<Uint8Array> {
  const response = await askSources(sources, '/api/snapshot', `/api/snapshot?${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  return response.bytes();
}

export function opened(bytes: Uint8Array): Sources {
  return createSnapshot(openBytes(bytes, 'mesh.snapshot.gz'), { findTraces });
}

function findTraces(spans: readonly Span[], search: TraceSearch) {
  return summariseTraces({ spans: [...spans], warnings: [] }, search).fitting;
}
