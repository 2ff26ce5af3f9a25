import type { Trace } from '#lib/contract/traces.ts';

/** When a trace begins and how long it lasts as drawn: with the times that were set right for skewed clocks. */
export function traceStretch({ summary, spans }: Trace): { startMs: number; durationMs: number } {
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    startMs = Math.min(startMs, span.startMs + span.skewMs);
    endMs = Math.max(endMs, span.startMs + span.skewMs + span.durationMs);
  }
  if (spans.length === 0) return { startMs: summary.startMs, durationMs: summary.durationMs };
  return { startMs, durationMs: endMs - startMs };
}
