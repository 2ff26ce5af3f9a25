import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Traces } from '#lib/contract/traces.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { FoundTraces, TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { mergeFound } from './merge-found.ts';
import { noStoreMessage, tracesWarning } from './trace-warnings.ts';

/** The answer of an installation without a trace store: empty, and why. */
export function withoutStore({ sources }: LoadContext): Answer<Traces> {
  return {
    data: { traces: [], isCut: false, services: [], asked: '' },
    warnings: [tracesWarning('traces_not_configured', noStoreMessage(sources.mode))],
  };
}

/** Names that the store knows; without them everything else still works. */
export async function loadServiceNames(
  store: TraceSource,
  { signal }: LoadContext,
): Promise<{ services: string[]; warnings: Warning[] }> {
  try {
    return { services: (await store.services(signal)).toSorted(), warnings: [] };
  } catch (error) {
    const message = `The names of the store's services could not be read: ${messageOf(error)}`;
    return { services: [], warnings: [tracesWarning('trace_services_missing', message)] };
  }
}

/**
 * Traces that any of the searches finds, each once, newest first. One search that fails is a warning beside what the
 * others found. Throws the store's error where all of them failed.
 */
export async function loadFoundTraces(
  store: TraceSource,
  searches: readonly TraceSearch[],
  { signal }: LoadContext,
): Promise<FoundTraces> {
  const settled = await Promise.allSettled(searches.map((search) => store.search(search, signal)));
  const found = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (found.length === 0 && failures.length > 0) throw failures[0];
  const { traces, isCut } = mergeFound(found, searches[0]?.limit ?? 0);
  const [first] = found;
  return {
    traces,
    isCut,
    asked: found.map(({ asked }) => asked).join('\n'),
    ...(found.length === 1 && first?.link !== undefined ? { link: first.link } : {}),
    warnings: [
      ...new Set([
        ...found.flatMap(({ warnings }) => warnings),
        ...failures.map((error) => `Some traces are missing: ${messageOf(error)}`),
      ]),
    ],
  };
}
