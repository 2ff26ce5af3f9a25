import type { Span } from '#lib/contract/traces.ts';
import { summariseSpans } from '#lib/traces/summarise-spans.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';
import type { Found } from './fill-limit.ts';
import { fitsSummary, holdsSearch } from './matches-search.ts';
import type { ReadSpans } from './read-spans.ts';

/** Summaries of the traces that spans belong to, with those left out that are not what was searched for. */
export function summariseTraces({ spans, warnings }: ReadSpans, search: TraceSearch): Found {
  const traces = [...Map.groupBy(spans, (span: Span) => span.traceId).values()];
  const fitting = traces.flatMap((own) => {
    const summary = summariseSpans(own);
    return summary !== undefined && holdsSearch(own, search) && fitsSummary(summary, search) ? [summary] : [];
  });
  return { fitting, count: traces.length, warnings };
}
