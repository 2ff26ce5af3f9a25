import type { Visibility } from '#server/access/visibility.ts';
import type { SnapshotScope, Sources } from '#server/sources/interface.ts';
import { restrictIstiod } from './istiod/restrict-istiod.ts';
import { restrictMetrics } from './metrics/restrict-metrics.ts';
import { restrictObjects } from './objects/restrict-objects.ts';
import { restrictEnvoy } from './restrict-envoy.ts';
import { restrictGrafana } from './restrict-grafana.ts';
import { restrictLogs } from './restrict-logs.ts';
import { restrictTraces } from './traces/restrict-traces.ts';
import type { View } from './view.ts';
import { withoutClusters } from './without-clusters.ts';

/** Different sets of namespaces that are remembered for each installation; caches downstream hang on them. */
const keptViews = 200;

const bySources = new WeakMap<Sources, Map<string, Sources>>();

/**
 * The sources as somebody may see them: no name, number or byte of another namespace comes out of them. The same object
 * for the same rights, so that what is derived from it can be kept by it; the sources themselves where all is visible.
 */
export function restrictSources(
  sources: Sources,
  { namespaces, failure }: Visibility,
  leftOutClusters: readonly string[] = [],
): Sources {
  if (namespaces === 'all' && leftOutClusters.length === 0) return sources;
  // Not kept: it ends with the failure.
  if (namespaces !== 'all' && failure !== undefined) return restricted(sources, { namespaces, failure });
  const kept = bySources.get(sources) ?? new Map<string, Sources>();
  bySources.set(sources, kept);
  const key = JSON.stringify([namespaces === 'all' ? namespaces : [...namespaces].sort(), leftOutClusters]);
  const known = kept.get(key) ?? withLess(sources, { namespaces, leftOutClusters });
  // The longest unused goes first.
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > keptViews && oldest !== undefined) kept.delete(oldest);
  return known;
}

function withLess(
  sources: Sources,
  {
    namespaces,
    leftOutClusters,
  }: { namespaces: Visibility['namespaces']; leftOutClusters: readonly string[] },
): Sources {
  const own = leftOutClusters.length === 0 ? sources : withoutClusters(sources, leftOutClusters);
  return namespaces === 'all' ? own : restricted(own, { namespaces });
}

function restricted(sources: Sources, view: View): Sources {
  const {
    mode,
    metrics,
    objects,
    istiod,
    envoy,
    traces,
    grafana,
    logs,
    healthRules,
    recordedShiftMs,
    scope,
  } = sources;
  const mesh = { objects, view };
  // Each by its name: a source that is added here later must be restricted before it is handed on.
  return {
    mode,
    objects: restrictObjects(objects, view),
    metrics: restrictMetrics(metrics, mesh),
    ...(istiod === undefined ? {} : { istiod: restrictIstiod(istiod, mesh) }),
    ...(envoy === undefined ? {} : { envoy: restrictEnvoy(envoy, mesh) }),
    ...(traces === undefined ? {} : { traces: restrictTraces(traces, mesh) }),
    ...(grafana === undefined ? {} : { grafana: restrictGrafana(grafana, mesh) }),
    ...(logs === undefined ? {} : { logs: restrictLogs(logs, view) }),
    ...(healthRules === undefined ? {} : { healthRules }),
    ...(recordedShiftMs === undefined ? {} : { recordedShiftMs }),
    ...(scope === undefined ? {} : { scope: restrictScope(scope, view) }),
    now: () => sources.now(),
  };
}

function restrictScope(scope: SnapshotScope, { namespaces: visible }: View): SnapshotScope {
  const { namespaces } = scope;
  return namespaces === '*'
    ? scope
    : { ...scope, namespaces: namespaces.filter((namespace) => visible.has(namespace)) };
}
