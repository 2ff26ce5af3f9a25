import type { CanaryProxy } from '#lib/contract/canary-source.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { proxyRowLink } from '#lib/proxy-row-link.ts';
import { responseFlags, splitResponseFlags } from '#lib/response-flags.ts';
import { holdsAsConfigured, sharesOfMost } from './envoy-shares.ts';
import type { EnvoySplit } from './envoy-split.ts';
import type { ObservedCanarySource } from './observed-canary.ts';
import { countedNoun } from './of-connections.ts';
import type { Split } from './split.ts';
import { sourceSummary } from './split-fields.ts';
import type { JudgedSource } from './verdict/judged-source.ts';

/** A judged source with its proxies, as the page shows it. */
export function sourceDetail(
  source: JudgedSource,
  { split, proxies }: { split: Split; proxies: readonly EnvoySplit[] },
): ObservedCanarySource {
  const own = proxies.filter(
    ({ namespace, workload }) => namespace === source.namespace && workload === source.workload,
  );
  const inEnvoy = sharesOfMost(own);
  const { evidenceLog10, decidedAtSeconds, dispersion, needed, pinned, bounds } = source;
  return {
    ...sourceSummary(source),
    proxies: own.map((proxy) => proxyDetail(proxy, split)),
    ...(inEnvoy === undefined ? {} : { inEnvoy: [...inEnvoy] }),
    ...(evidenceLog10 === undefined ? {} : { evidenceLog10 }),
    ...(decidedAtSeconds === undefined ? {} : { decidedAt: new Date(decidedAtSeconds * 1000).toISOString() }),
    ...(dispersion === undefined ? {} : { dispersion: dispersion.phi }),
    isOverdispersed: dispersion?.isOver === true,
    ...(needed === undefined ? {} : { needed: { ...needed } }),
    ...(pinned === undefined ? {} : { pinned: { ...pinned } }),
    ...(bounds === undefined ? {} : { bounds: bounds.map((one) => ({ ...one })) }),
    unassigned: source.unassigned.map((one) => ({ ...one, text: flagWords(one) })),
    notes: notesOf(source, split),
  };
}

/** A proxy as the page shows it, held against the weights of the split. */
export function proxyDetail(proxy: EnvoySplit, split: Split): CanaryProxy {
  const { namespace, pod, type, state, shares, weights, place, section, rowId, unanswered } = proxy;
  return {
    namespace,
    pod,
    type,
    state,
    shares: [...shares],
    isAsConfigured: holdsAsConfigured(proxy, split),
    isStale: proxy.sync?.state === 'STALE',
    weights,
    ...(place === undefined ? {} : { place }),
    ...(state === 'unanswered'
      ? {}
      : {
          link: proxyRowLink({ namespace, pod }, { section, ...(rowId === undefined ? {} : { row: rowId }) }),
        }),
    ...(unanswered === undefined ? {} : { unanswered }),
  };
}

function notesOf({ foreign, observed: { reporter } }: JudgedSource, split: Split): string[] {
  return [
    ...foreign.map(
      (one) =>
        `${formatQuantity(one.count, countedNoun(split))} to the same hosts reached ${whereText(one)}.`,
    ),
    ...(reporter === 'waypoint' ? ['Its waypoint chooses the version and reports it.'] : []),
  ];
}

function whereText({ workload, isShared }: JudgedSource['foreign'][number]): string {
  if (isShared) return `${workload}, which is behind several versions of this split, so they belong to none`;
  if (workload === 'unknown') return 'a workload that telemetry does not name';
  return `${workload}, which is no version of this split`;
}

/** What happened to requests of no version; flags that nobody knows stand as they are. */
function flagWords({ flags, code }: { flags: string; code: string }): string {
  const meanings = splitResponseFlags(flags).map((flag) => responseFlags[flag]?.meaning ?? flag);
  return meanings.length === 0 ? `Answered with ${code}.` : meanings.join(' ');
}
