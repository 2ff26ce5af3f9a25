import type { Warning } from '#lib/contract/envelope.ts';
import type { Span } from '#lib/contract/traces.ts';
import type { TargetKind } from '#lib/target.ts';
import { messageOf } from '#server/errors.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import { targetSearches } from '#server/mesh/traces/target-searches.ts';
import { noStoreMessage, tracesWarning } from '#server/mesh/traces/trace-warnings.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { TraceSource } from '#server/sources/trace-source.ts';

type Asked = {
  kind: TargetKind;
  target: { namespace: string; name: string };
  inventory: Inventory;
  tags?: Record<string, string>;
  fromMs: number;
  toMs: number;
  /** Traces that are read, newest first. */
  limit: number;
  /** Asks first which names the store has; else the usual name is taken, which saves a question for each list of lines. */
  byKnownNames: boolean;
};

export type LoadedSpans = { spans: Span[]; asked: string; isCut: boolean; warnings: Warning[] };

/** Together, search included: what is not there by then is left out, so that lines are not held up. */
const patienceMs = 2_000;
const mostSearches = 3;

/**
 * The spans of the newest traces of a target. Stores search traces and answer summaries, so each trace is one more
 * question: few of them are read, within a time limit. A store that fails is a warning.
 */
export async function loadSpans(asked: Asked, context: LoadContext): Promise<LoadedSpans> {
  const store = context.sources.traces;
  const nothing = { spans: [], asked: '', isCut: false };
  if (store === undefined) {
    const message = `Lines have no spans beside them. ${noStoreMessage(context.sources.mode)}`;
    return { ...nothing, warnings: [tracesWarning('traces_not_configured', message)] };
  }
  const timeout = AbortSignal.timeout(patienceMs);
  const signal = AbortSignal.any([context.signal, timeout]);
  try {
    return await readSpans(store, asked, signal);
  } catch (error) {
    context.signal.throwIfAborted();
    const why = timeout.aborted ? `it did not answer within ${patienceMs / 1000} s.` : messageOf(error);
    const message = `Lines have no spans beside them, because the trace store could not be asked: ${why}`;
    return { ...nothing, warnings: [tracesWarning('spans_missing', message)] };
  }
}

async function readSpans(store: TraceSource, asked: Asked, signal: AbortSignal): Promise<LoadedSpans> {
  const { kind, target, inventory, tags = {}, fromMs, toMs, limit } = asked;
  const services = asked.byKnownNames ? await store.services(signal) : [];
  // What a ServiceEntry stands for has no logs here.
  const { searches } = targetSearches[kind](target, { inventory, services, serviceEntries: [] });
  const found = await Promise.all(
    searches
      .slice(0, mostSearches)
      .map((search) =>
        store.search(
          { ...search, tags: { ...search.tags, ...tags }, fromMs, toMs, errorsOnly: false, limit },
          signal,
        ),
      ),
  );
  const newest = found.flatMap(({ traces }) => traces).sort((a, b) => b.startMs - a.startMs);
  const ids = [...new Set(newest.map(({ traceId }) => traceId))].slice(0, limit);
  const read = await Promise.allSettled(ids.map((id) => store.trace(id, signal)));
  const failures = read.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []));
  const [failure] = failures;
  return {
    spans: read.flatMap((one) => (one.status === 'fulfilled' ? (one.value?.spans ?? []) : [])),
    asked: found.map((one) => one.asked).join('\n'),
    isCut: found.some(({ isCut }) => isCut),
    warnings:
      failure === undefined
        ? []
        : [
            tracesWarning(
              'spans_missing',
              `${failures.length} of ${ids.length} traces could not be read: ${failure}`,
            ),
          ],
  };
}
