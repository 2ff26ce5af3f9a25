import type { Exemplar } from '#lib/contract/charts.ts';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';

/** A single request over a chart of many. */
export type Dot = {
  key: string;
  kind: 'trace' | 'exemplar';
  /** Epoch seconds. */
  at: number;
  value: number;
  isError: boolean;
  traceId: string | undefined;
  title: string;
};

/** Traces where they began and as long as they took. */
export function dotsOfTraces(traces: readonly TraceSummary[]): Dot[] {
  return traces.map(({ traceId, startMs, durationMs, rootService, rootOperation, errorSpanCount }) => ({
    key: traceId,
    kind: 'trace',
    at: startMs / 1000,
    value: durationMs,
    isError: errorSpanCount > 0,
    traceId,
    title: `${rootService} ${rootOperation}, ${formatMs(durationMs)}${errorSpanCount > 0 ? ', with errors' : ''}`,
  }));
}

export function dotsOfExemplars(exemplars: readonly Exemplar[], format: (value: number) => string): Dot[] {
  return exemplars.map(({ atMs, value, traceId }) => ({
    key: `${atMs} ${value} ${traceId ?? ''}`,
    kind: 'exemplar',
    at: atMs / 1000,
    value,
    isError: false,
    traceId,
    title: `Exemplar, ${format(value)}`,
  }));
}

/** How high a chart must reach: a few dots far above the lines stand at its edge rather than flatten everything else. */
export function peakWithDots(highest: number, dots: readonly Dot[]): number {
  const highestDot = dots.reduce((most, { value }) => Math.max(most, value), 0);
  return highest === 0 ? highestDot : Math.max(highest, Math.min(highestDot, 1.5 * highest));
}
