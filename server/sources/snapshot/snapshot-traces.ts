import type { Span, TraceSummary } from '#lib/contract/traces.ts';
import type { MissingPart } from '#lib/snapshot/manifest.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { snapshotStatus } from './snapshot-status.ts';

/** Summaries of the traces that spans belong to and that a search wants; where they began is judged apart. */
export type FindTraces = (spans: readonly Span[], search: TraceSearch) => TraceSummary[];

/** The traces of a snapshot, searched in memory. */
export function snapshotTraces(
  lines: readonly LineOf<'trace'>[],
  { missing, findTraces }: { missing: readonly MissingPart[]; findTraces: FindTraces },
): TraceSource {
  const byId = new Map(
    lines.flatMap(({ spans, warnings }) => {
      const [first] = spans;
      return first === undefined ? [] : [[first.traceId.padStart(32, '0'), { spans, warnings }] as const];
    }),
  );
  const services = [...new Set(lines.flatMap(({ spans }) => spans.map(({ service }) => service)))].sort();
  return {
    services: async () => services,
    search: async (search) => {
      const found = [...byId.values()]
        .flatMap(({ spans }) => findTraces(spans, search))
        .filter(({ startMs }) => startMs >= search.fromMs && startMs <= search.toMs)
        .sort((one, other) => other.startMs - one.startMs);
      return {
        traces: found.slice(0, search.limit),
        isCut: found.length > search.limit,
        asked: `the ${byId.size} traces of the snapshot`,
        warnings: missing.filter(({ of }) => of === 'traces').map(({ reason }) => reason),
      };
    },
    trace: async (id) => {
      const kept = byId.get(id.toLowerCase().padStart(32, '0'));
      return kept === undefined ? undefined : { spans: [...kept.spans], warnings: [...kept.warnings] };
    },
    status: async () => snapshotStatus('traces', missing, [`${byId.size} traces.`]),
  };
}
