import { messageOf } from '#server/errors.ts';
import { objectsAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { loadDump } from '#server/mesh/proxy/load-dump.ts';
import { loadReading } from '#server/mesh/proxy/load-reading.ts';
import type { ReadingName } from '#server/mesh/proxy/readings.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import type { OwnFacts } from './own-facts.ts';
import { ownFactsJob } from './own-facts-job.ts';

/**
 * What a proxy says of itself. The dump decides: without it there is only the reason in `unanswered`; certificates and
 * hosts may be missing beside it.
 */
export async function loadOwnFacts(
  proxy: ProxyName,
  context: Pick<LoadContext, 'sources' | 'signal'>,
): Promise<OwnFacts> {
  const { sources, signal } = context;
  const withoutDump = new AbortController();
  const together = { sources, signal: AbortSignal.any([signal, withoutDump.signal]) };
  try {
    const [dump, certs, clusters] = await Promise.all([
      loadDump(proxy, undefined, together),
      readingOr(proxy, 'certs', together),
      readingOr(proxy, 'hosts', together),
    ]);
    const facts = await runJob(ownFactsJob, {
      inputs: [dump, certs.bytes, clusters.bytes],
      parameters: { shiftMs: sources.recordedShiftMs ?? 0, nowMs: sources.now() },
      signal,
    });
    const waitsFor = (facts.warming ?? []).length === 0 ? [] : await loadWaits(proxy, context);
    return { ...facts, waitsFor, missing: { certificates: certs.failure, hosts: clusters.failure } };
  } catch (error) {
    // A proxy is asked one thing at a time: what is no longer of use would keep others waiting.
    withoutDump.abort();
    signal.throwIfAborted();
    return { unanswered: messageOf(error) };
  }
}

type Asking = Pick<LoadContext, 'sources' | 'signal'>;
type Part = { bytes: Uint8Array; failure?: string };

async function readingOr(proxy: ProxyName, name: ReadingName, asking: Asking): Promise<Part> {
  try {
    return await loadReading(proxy, name, asking);
  } catch (error) {
    asking.signal.throwIfAborted();
    return { bytes: new Uint8Array(), failure: messageOf(error) };
  }
}

/** Envoy's `/init_dump`: what its managers wait for. */
async function loadWaits(proxy: ProxyName, asking: Asking): Promise<string[]> {
  const { bytes } = await readingOr(proxy, 'init', asking);
  try {
    const dump: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return objectsAt(dump, 'unready_targets_dumps').flatMap((one) => textsAt(one, 'target_names'));
  } catch {
    return [];
  }
}
