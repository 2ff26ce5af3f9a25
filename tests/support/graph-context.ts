import type { LoadContext, MetricSource, ObjectSource, ObjectsSnapshot } from '#server/sources/interface.ts';
import { objectsSnapshot } from './objects-snapshot.ts';
import { endSeconds } from './telemetry.ts';

type Given = {
  query?: MetricSource['query'];
  queryRange?: MetricSource['queryRange'];
  objects?: ObjectsSnapshot | Error;
};

/** What a loader is given, with sources that answer as told; by default with nothing. */
export function graphContext({ query, queryRange, objects = objectsSnapshot([]) }: Given = {}): LoadContext {
  const nothing = async () => ({ rows: [], warnings: [] });
  const metrics: MetricSource = {
    query: query ?? nothing,
    queryRange: queryRange ?? nothing,
    status: async () => ({ id: 'prometheus', state: 'ok' }),
  };
  const objectSource: ObjectSource = {
    snapshot: async () => {
      if (objects instanceof Error) throw objects;
      return objects;
    },
    status: async () => ({ id: 'kubernetes', state: 'ok' }),
  };
  return {
    sources: { mode: 'cluster', metrics, objects: objectSource, now: () => endSeconds * 1000 },
    nowSeconds: endSeconds,
    signal: new AbortController().signal,
    version: 'test',
  };
}
