import type { CompareQuery, Comparison } from '#lib/contract/drift.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import type { ProxyQuery } from '#lib/contract/proxies.ts';
import { loadSyncStates } from '#server/mesh/proxies/load-control-plane.ts';
import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import { findEnvoy } from '#server/mesh/proxy/find-envoy.ts';
import { loadDocument } from '#server/mesh/proxy/raw/load-document.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { compareJob } from './diff/compare-job.ts';
import { loadComparison } from './load-comparison.ts';

/**
 * A proxy's configuration against what istiod would send it now.
 * @throws ViglaError `not_found` for no such pod, no proxy in it, no replica that knows it; `source_*`
 */
export async function loadDrift(query: ProxyQuery, context: LoadContext): Promise<Answer<Comparison>> {
  await requireEnvoy(query, context);
  const [compared, { syncs }] = await Promise.all([loadComparison(query, context), loadSyncStates(context)]);
  const replica = syncs.get(proxyId(query))?.replica;
  const left = replica ?? 'istiod';
  return { data: { left, right: titleOf(query), ...compared }, warnings: [] };
}

/** A proxy's configuration against another pod's. @throws ViglaError as `loadDrift` does, for either */
export async function loadPodComparison(
  query: CompareQuery,
  context: LoadContext,
): Promise<Answer<Comparison>> {
  await Promise.all([requireEnvoy(query, context), requireEnvoy(query.with, context)]);
  const inputs = await Promise.all([
    loadDocument({ ...query.with, source: 'envoy' }, context),
    loadDocument({ ...query, source: 'envoy' }, context),
  ]);
  const compared = await runJob(compareJob, {
    inputs,
    parameters: { with: 'otherPod' },
    signal: context.signal,
  });
  return { data: { left: titleOf(query.with), right: titleOf(query), ...compared }, warnings: [] };
}

/**
 * A proxy's configuration against an earlier dump of it, which a reader kept in a file; nothing of it is stored.
 * @throws ViglaError as `loadDrift` does, and `source_failed` for a file that is no dump
 */
export async function loadFileComparison(
  query: ProxyQuery,
  file: Uint8Array,
  context: LoadContext,
): Promise<Answer<Comparison>> {
  await requireEnvoy(query, context);
  const now = await loadDocument({ ...query, source: 'envoy' }, context);
  const compared = await runJob(compareJob, {
    inputs: [file, now],
    parameters: { with: 'itself' },
    signal: context.signal,
  });
  return { data: { left: 'the file', right: titleOf(query), ...compared }, warnings: [] };
}

async function requireEnvoy(name: ProxyName, { sources, signal }: LoadContext): Promise<void> {
  findEnvoy(await sources.objects.snapshot(signal), name);
}

function titleOf({ namespace, pod }: ProxyName): string {
  return `${namespace}/${pod}`;
}
