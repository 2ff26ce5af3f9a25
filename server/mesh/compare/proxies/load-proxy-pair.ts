import { type Coalesced, coalesce } from '#server/coalesce.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadedSides } from '#server/mesh/compare/load-sides.ts';
import { loadNonces } from '#server/mesh/proxy/load-nonces.ts';
import { loadDocument } from '#server/mesh/proxy/raw/load-document.ts';
import type { Sources } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { compareProxyJob, type ProxyDifferences } from './compare-proxy-job.ts';
import type { MatchedProxy } from './match-proxies.ts';

/** A proxy is asked again when istiod has sent it something, or after this time. */
const lifetimeMs = 120_000;
/** Differences of so many resources are kept, over all proxies. */
const keptResources = 5_000;
const kept = new WeakMap<Sources, WeakMap<Sources, Coalesced<ProxyDifferences>>>();

type Pair = { proxy: MatchedProxy; isDetailed: boolean };

/**
 * The configuration of a proxy that both sides have, compared.
 * @throws ViglaError `not_found` where a snapshot has no dump of it, `source_*` where a live proxy does not answer
 */
export async function loadProxyPair(
  { proxy, isDetailed }: Pair,
  { before, after }: LoadedSides,
): Promise<ProxyDifferences> {
  const { namespace, beforePod, afterPod } = proxy;
  if (beforePod === undefined || afterPod === undefined)
    throw new ViglaError('not_found', 'Only one side has this proxy.');
  const { sources, signal } = after.context;
  const nonces = await loadNonces(
    { namespace, pod: afterPod },
    ['CDS', 'LDS', 'EDS', 'RDS', 'ECDS'],
    after.context,
  );
  const key = JSON.stringify([namespace, beforePod, afterPod, isDetailed, nonces]);
  return comparisonsOf(before.context.sources, sources).get(
    key,
    async (shared) => {
      const inputs = await Promise.all([
        loadDocument({ namespace, pod: beforePod, source: 'envoy' }, { ...before.context, signal: shared }),
        loadDocument({ namespace, pod: afterPod, source: 'envoy' }, { ...after.context, signal: shared }),
      ]);
      const parameters = { isSamePod: beforePod === afterPod, isDetailed };
      return runJob(compareProxyJob, { inputs, parameters, signal: shared });
    },
    signal,
  );
}

function comparisonsOf(before: Sources, after: Sources): Coalesced<ProxyDifferences> {
  const ofBefore = kept.get(before) ?? new WeakMap<Sources, Coalesced<ProxyDifferences>>();
  kept.set(before, ofBefore);
  const known = ofBefore.get(after);
  if (known !== undefined) return known;
  const comparisons = coalesce<ProxyDifferences>({
    lifetimeMs,
    maximumSize: keptResources,
    sizeOf: ({ differences }) => 1 + differences.length,
    now: after.now,
  });
  ofBefore.set(after, comparisons);
  return comparisons;
}
