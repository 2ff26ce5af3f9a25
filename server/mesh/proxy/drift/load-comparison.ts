import type { Comparison } from '#lib/contract/drift.ts';
import { type Coalesced, coalesce } from '#server/coalesce.ts';
import { loadNonces } from '#server/mesh/proxy/load-nonces.ts';
import { loadDocument } from '#server/mesh/proxy/raw/load-document.ts';
import type { LoadContext, ProxyName, Sources } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { compareJob } from './diff/compare-job.ts';

export type Compared = Omit<Comparison, 'left' | 'right'>;

/** istiod makes its dump anew for each question: it is asked again when it has sent something, or after this time. */
const lifetimeMs = 120_000;
const keptCount = 200;
const bySources = new WeakMap<Sources, Coalesced<Compared>>();

/**
 * What istiod would send to a proxy now against what its Envoy has.
 * @throws ViglaError as `loadDocument` does, for either of them
 */
export async function loadComparison({ namespace, pod }: ProxyName, context: LoadContext): Promise<Compared> {
  const { sources, signal } = context;
  const nonces = await loadNonces({ namespace, pod }, ['CDS', 'LDS', 'EDS', 'RDS', 'ECDS'], context);
  const key = JSON.stringify([namespace, pod, nonces]);
  return comparisonsOf(sources).get(
    key,
    async (shared) => {
      const own = { ...context, signal: shared };
      const inputs = await Promise.all([
        loadDocument({ namespace, pod, source: 'istiod' }, own),
        loadDocument({ namespace, pod, source: 'envoy' }, own),
      ]);
      return runJob(compareJob, { inputs, parameters: { with: 'istiod' }, signal: shared });
    },
    signal,
  );
}

function comparisonsOf(sources: Sources): Coalesced<Compared> {
  const known = bySources.get(sources);
  if (known !== undefined) return known;
  const comparisons = coalesce<Compared>({
    lifetimeMs,
    maximumSize: keptCount,
    sizeOf: () => 1,
    now: sources.now,
  });
  bySources.set(sources, comparisons);
  return comparisons;
}
