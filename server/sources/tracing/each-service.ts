import type { FoundTraces, TraceSearch } from '#server/sources/trace-source.ts';

const mostServices = 20;

/**
 * A search over all services, for a store that only searches by service: each is asked, and the newest are kept. With
 * very many services only the first by name are asked, and a warning says so.
 */
export async function searchEachService(
  search: TraceSearch,
  services: readonly string[],
  searchOne: (search: TraceSearch) => Promise<FoundTraces>,
): Promise<FoundTraces> {
  const asked = services.toSorted().slice(0, mostServices);
  const found = await Promise.all(asked.map((service) => searchOne({ ...search, service })));
  const traces = new Map(found.flatMap((one) => one.traces.map((trace) => [trace.traceId, trace] as const)));
  const newestFirst = [...traces.values()].sort((left, right) => right.startMs - left.startMs);
  const warnings = new Set(found.flatMap((one) => one.warnings));
  if (asked.length < services.length)
    warnings.add(
      `The store searches by service only: ${asked.length} of its ${services.length} services were asked. Choose one to see its traces.`,
    );
  return {
    traces: newestFirst.slice(0, search.limit),
    isCut: found.some(({ isCut }) => isCut) || newestFirst.length > search.limit,
    asked: found[0]?.asked ?? '',
    warnings: [...warnings],
  };
}
