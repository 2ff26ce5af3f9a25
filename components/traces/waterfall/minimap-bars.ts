import type { Stretch } from './time-scale.ts';
import type { WaterfallRow } from './waterfall-rows.ts';

/** A line of the minimap: neighbouring spans drawn as one. */
type MinimapBar = Stretch & { line: number; service: string; hasError: boolean };

/** The whole trace in at most `lineCount` lines; each runs from its first span's start to its last one's end. */
export function minimapBars(
  rows: readonly WaterfallRow[],
  { startMs, lineCount }: { startMs: number; lineCount: number },
): MinimapBar[] {
  const perLine = Math.max(1, Math.ceil(rows.length / lineCount));
  const bars: MinimapBar[] = [];
  rows.forEach(({ span }, index) => {
    const fromMs = span.startMs + span.skewMs - startMs;
    const toMs = fromMs + span.durationMs;
    const last = index % perLine === 0 ? undefined : bars.at(-1);
    if (last === undefined) {
      bars.push({ line: bars.length, fromMs, toMs, service: span.service, hasError: span.isError });
      return;
    }
    last.fromMs = Math.min(last.fromMs, fromMs);
    last.toMs = Math.max(last.toMs, toMs);
    last.hasError ||= span.isError;
  });
  return bars;
}
