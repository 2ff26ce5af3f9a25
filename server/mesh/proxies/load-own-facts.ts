import { messageOf } from '#server/errors.ts';
import { objectsAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { loadDump } from '#server/mesh/proxy/load-dump.ts';
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
  try {
    const [dump, certs, clusters] = await Promise.all([
      loadDump(proxy, undefined, context),
      answerOr(proxy, { path: 'certs' }, context),
      answerOr(proxy, { path: 'clusters', parameters: { format: 'json' } }, context),
    ]);
    const facts = await runJob(ownFactsJob, {
      inputs: [dump, certs.bytes, clusters.bytes],
      parameters: { shiftMs: sources.recordedShiftMs ?? 0, nowMs: sources.now() },
      signal,
    });
    const missing = [certs.failure, clusters.failure].filter((failure) => failure !== undefined);
    const waitsFor = (facts.warming ?? []).length === 0 ? [] : await loadWaits(proxy, context);
    return { ...facts, waitsFor, ...(missing.length === 0 ? {} : { unanswered: missing.join(' ') }) };
  } catch (error) {
    signal.throwIfAborted();
    return { unanswered: messageOf(error) };
  }
}

type Question = Parameters<NonNullable<LoadContext['sources']['envoy']>['admin']>[1];
type Asking = Pick<LoadContext, 'sources' | 'signal'>;
type Part = { bytes: Uint8Array; failure?: string };

async function answerOr(proxy: ProxyName, question: Question, { sources, signal }: Asking): Promise<Part> {
  const none = new Uint8Array();
  try {
    return { bytes: (await sources.envoy?.admin(proxy, question, signal)) ?? none };
  } catch (error) {
    signal.throwIfAborted();
    return { bytes: none, failure: `${question.path}: ${messageOf(error)}` };
  }
}

/** Envoy's `/init_dump`: what its managers wait for. */
async function loadWaits(proxy: ProxyName, asking: Asking): Promise<string[]> {
  const { bytes } = await answerOr(proxy, { path: 'init_dump' }, asking);
  try {
    const dump: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return objectsAt(dump, 'unready_targets_dumps').flatMap((one) => textsAt(one, 'target_names'));
  } catch {
    return [];
  }
}
