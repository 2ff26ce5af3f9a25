import type { TraceSummary } from '#lib/contract/traces.ts';

type Found = { traces: readonly TraceSummary[]; isCut: boolean };

/** The newest of several finds, each trace once. */
export function mergeFound(
  found: readonly Found[],
  limit: number,
): { traces: TraceSummary[]; isCut: boolean } {
  const byId = new Map(found.flatMap(({ traces }) => traces.map((trace) => [trace.traceId, trace] as const)));
  const newestFirst = [...byId.values()].sort((left, right) => right.startMs - left.startMs);
  return {
    traces: newestFirst.slice(0, limit),
    isCut: found.some(({ isCut }) => isCut) || newestFirst.length > limit,
  };
}
