import type { Stretch } from './time-scale.ts';
import type { WaterfallRow } from './waterfall-rows.ts';

/** A line of the minimap: neighbouring spans drawn as one, with the stretches in which one of them failed. */
type MinimapBar = Stretch & { line: number; service: string; failed: Stretch[] };

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
    if (index % perLine === 0)
      bars.push({ line: bars.length, fromMs, toMs, service: span.service, failed: [] });
    const bar = bars.at(-1);
    if (bar === undefined) return;
    bar.fromMs = Math.min(bar.fromMs, fromMs);
    bar.toMs = Math.max(bar.toMs, toMs);
    if (span.isError) addFailed(bar.failed, { fromMs, toMs });
  });
  return bars;
}

/** Stretches that touch the last one are one with it. */
function addFailed(failed: Stretch[], { fromMs, toMs }: Stretch): void {
  const last = failed.at(-1);
  if (last === undefined || fromMs > last.toMs || toMs < last.fromMs) {
    failed.push({ fromMs, toMs });
    return;
  }
  last.fromMs = Math.min(last.fromMs, fromMs);
  last.toMs = Math.max(last.toMs, toMs);
}
