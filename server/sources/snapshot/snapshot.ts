import type { Sources } from '#server/sources/interface.ts';
import type { OpenedFile } from './read-lines.ts';
import { snapshotCounters } from './snapshot-counters.ts';
import { snapshotEnvoy } from './snapshot-envoy.ts';
import { snapshotIstiod } from './snapshot-istiod.ts';
import { snapshotLogs } from './snapshot-logs.ts';
import { snapshotMetrics } from './snapshot-metrics.ts';
import { snapshotObjects } from './snapshot-objects.ts';
import { snapshotStatus } from './snapshot-status.ts';
import { type FindTraces, snapshotTraces } from './snapshot-traces.ts';

/** An opened snapshot as sources; the clock stands at the end of its window. */
export function createSnapshot(file: OpenedFile, { findTraces }: { findTraces: FindTraces }): Sources {
  const { manifest, end } = file;
  const { grid, sources, nowMs, recordedShiftMs, namespaces, version } = manifest;
  const { missing } = end;
  const objects = snapshotObjects(file);
  const counters = snapshotCounters(file.of('series'), grid);
  return {
    mode: 'snapshot',
    metrics: snapshotMetrics({ store: counters, grid, missing }),
    objects: { snapshot: async () => objects, status: async () => snapshotStatus('kubernetes', missing) },
    ...(sources.includes('istiod') && { istiod: snapshotIstiod(file.of('istiod'), missing) }),
    ...(sources.includes('proxies') && { envoy: snapshotEnvoy(file.of('proxy'), missing) }),
    ...(sources.includes('logs') && { logs: snapshotLogs(file.of('log')) }),
    ...(sources.includes('traces') && {
      traces: snapshotTraces(file.of('trace'), { missing, findTraces }),
    }),
    ...(recordedShiftMs !== undefined && { recordedShiftMs }),
    scope: {
      namespaces,
      metricsFromSeconds: grid.startSeconds,
      stepSeconds: grid.stepSeconds,
      version,
    },
    now: () => nowMs,
  };
}
