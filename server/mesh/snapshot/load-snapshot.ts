import type { SnapshotQuery } from '#lib/contract/snapshot.ts';
import { formatDuration } from '#lib/duration.ts';
import type { SnapshotEnd, SnapshotManifest, SnapshotPart } from '#lib/snapshot/manifest.ts';
import { snapshotFormat } from '#lib/snapshot/manifest.ts';
import type { SnapshotLine } from '#lib/snapshot/parts.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { choosePods } from './chosen-pods.ts';
import { type Collecting, MissingList } from './collecting.ts';
import { gridOf } from './grid.ts';
import { loadIstiodParts } from './load-istiod-parts.ts';
import { loadLogParts, mostLogLines } from './load-log-parts.ts';
import { loadMetricParts } from './load-metric-parts.ts';
import { loadProxyParts } from './load-proxy-parts.ts';
import { loadTraceParts, mostTraces } from './load-trace-parts.ts';
import { objectParts } from './object-parts.ts';

const mostProxies = 100;
const mostLogPods = 100;

/**
 * The mesh as one file, as docs/snapshot.md says: lines of JSON, the manifest first, and what it is called. Holds what the
 * sources of the context hand out and no more; a part that cannot be read is told in the last line.
 * @throws ViglaError `unknown_namespace`, `source_*` where there are no objects at all
 */
export async function loadSnapshot(
  query: SnapshotQuery,
  context: LoadContext,
): Promise<{ name: string; lines: AsyncIterable<string> }> {
  const objects = await context.sources.objects.snapshot(context.signal);
  requireNamespaces(query.namespaces, {
    objects: objects.objects,
    unread: objects.unread.map(({ kind }) => kind),
  });
  const toMs = context.nowSeconds * 1000;
  const collecting: Collecting = {
    namespaces: query.namespaces,
    grid: gridOf(query.range, context.nowSeconds),
    fromMs: toMs - query.range * 1000,
    toMs,
    missing: new MissingList(),
  };
  const time = new Date(toMs).toISOString().slice(0, 16).replace(':', '');
  const name = `vigla-${objects.cluster}-${time}.snapshot.gz`;
  return { name, lines: linesOf({ query, objects, collecting }, context) };
}

type Asked = { query: SnapshotQuery; objects: ObjectsSnapshot; collecting: Collecting };

async function* linesOf({ query, objects, collecting }: Asked, context: LoadContext): AsyncGenerator<string> {
  const { missing } = collecting;
  yield lineOf(manifestOf({ objects, collecting }, context));
  let lineCount = 0;
  for await (const part of partsOf({ query, objects, collecting }, context)) {
    context.signal.throwIfAborted();
    lineCount++;
    yield lineOf(part);
  }
  yield lineOf({ part: 'end', lineCount, missing: missing.listed, moreMissing: missing.more });
}

async function* partsOf(
  { query, objects, collecting }: Asked,
  context: LoadContext,
): AsyncGenerator<SnapshotLine> {
  const { missing, namespaces } = collecting;
  const all = objects.objects.Pod;
  const withProxy = new Set(proxiesOf(objects.objects).map(({ pod }) => pod));
  const proxies = choosePods(
    all.filter((pod) => withProxy.has(pod)),
    { chosen: query.proxies, namespaces, most: mostProxies },
  );
  const logPods = choosePods(all, { chosen: query.logs, namespaces, most: mostLogPods });
  for (const name of proxies.absent) missing.add('proxies', `There is no pod ${name} with a proxy.`);
  for (const name of logPods.absent) missing.add('logs', `There is no pod ${name}.`);
  if (proxies.leftOut > 0)
    missing.addOverLimit(
      'proxies',
      `${proxies.leftOut} proxies beyond the first ${mostProxies} were not asked.`,
    );
  if (logPods.leftOut > 0)
    missing.addOverLimit(
      'logs',
      `Logs of ${logPods.leftOut} pods beyond the first ${mostLogPods} were not read.`,
    );

  yield* objectParts(collecting, objects);
  if (context.sources.istiod !== undefined) yield* loadIstiodParts(collecting, context);
  yield* loadProxyParts(
    proxies.pods.map(({ metadata }) => ({ namespace: metadata.namespace ?? '', pod: metadata.name })),
    collecting,
    context,
  );
  yield* loadMetricParts(collecting, context);
  yield* loadLogParts(logPods.pods, collecting, context);
  yield* loadTraceParts(collecting, context);
}

function manifestOf(
  { objects, collecting }: Omit<Asked, 'query'>,
  { sources, version, visibleNamespaces }: LoadContext,
): SnapshotManifest {
  const { istiod, envoy, logs, traces, recordedShiftMs } = sources;
  const { grid, fromMs, toMs, namespaces } = collecting;
  const present: [SnapshotPart, unknown][] = [
    ['istiod', istiod],
    ['proxies', envoy],
    ['logs', logs],
    ['traces', traces],
  ];
  return {
    part: 'manifest',
    format: snapshotFormat,
    version,
    cluster: objects.cluster,
    rootNamespace: objects.rootNamespace,
    nowMs: toMs,
    fromMs,
    namespaces: heldNamespaces(namespaces, visibleNamespaces),
    grid,
    sources: [
      'objects',
      'metrics',
      ...present.flatMap(([part, source]) => (source === undefined ? [] : [part])),
    ],
    thinned: [
      `Metrics stand at every ${formatDuration(grid.stepSeconds)}; between those moments they are taken to grow evenly.`,
      'Measured requests that the store of metrics remembers beside histograms are left out.',
      `Of every container the newest ${mostLogLines} lines are kept, of traces the newest ${mostTraces}.`,
      'Private keys, passwords and tokens are taken out of everything.',
    ],
    ...(recordedShiftMs !== undefined && { recordedShiftMs }),
  };
}

/** What its maker could not see is not in it. */
function heldNamespaces(
  asked: Collecting['namespaces'],
  visible: LoadContext['visibleNamespaces'],
): SnapshotManifest['namespaces'] {
  if (asked !== '*') return [...asked];
  return visible === undefined ? '*' : [...visible].sort();
}

function lineOf(line: SnapshotManifest | SnapshotLine | SnapshotEnd): string {
  return `${JSON.stringify(line)}\n`;
}
