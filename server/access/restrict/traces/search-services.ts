import type { TraceSummary } from '#lib/contract/traces.ts';
import { Slots } from '#server/slots.ts';
import type { FoundTraces, TraceSearch, TraceSource } from '#server/sources/trace-source.ts';

const searchesAtOnce = 4;
const mostServices = 50;

/** What a search finds in each of the services, as one answer, newest first. */
export async function searchServices(
  traces: TraceSource,
  search: TraceSearch,
  { names, signal }: { names: readonly string[]; signal: AbortSignal | undefined },
): Promise<FoundTraces> {
  const slots = new Slots(searchesAtOnce);
  const never = new AbortController().signal;
  const found = await Promise.all(
    names.slice(0, mostServices).map(async (service) => {
      const leave = await slots.take(signal ?? never);
      try {
        return await traces.search({ ...search, service }, signal);
      } finally {
        leave();
      }
    }),
  );
  const byId = new Map<string, TraceSummary>();
  for (const one of found.flatMap((answer) => answer.traces)) byId.set(one.traceId, one);
  const newest = [...byId.values()].sort((one, other) => other.startMs - one.startMs);
  const left = names.length - mostServices;
  return {
    traces: newest.slice(0, search.limit),
    isCut: newest.length > search.limit || found.some(({ isCut }) => isCut),
    asked: found.map(({ asked }) => asked).join('\n'),
    warnings: [
      ...new Set(found.flatMap(({ warnings }) => warnings)),
      ...(left > 0 ? [`${left} services were not searched: choose one.`] : []),
    ],
  };
}
