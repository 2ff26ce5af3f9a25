/** A stretch of a trace, in milliseconds from its start. */
export type Stretch = { fromMs: number; toMs: number };

/** `12.5-40` as a stretch within the trace; undefined for anything else. */
export function parseZoom(text: string, durationMs: number): Stretch | undefined {
  const parts = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text);
  if (parts === null) return undefined;
  const fromMs = Number(parts[1]);
  const toMs = Math.min(Number(parts[2]), durationMs);
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** The text that reads as this stretch, to the microsecond; empty for the whole trace and for next to nothing. */
export function printZoom({ fromMs, toMs }: Stretch, durationMs: number): string {
  const from = Math.max(0, Math.min(fromMs, toMs));
  const to = Math.min(durationMs, Math.max(fromMs, toMs));
  const isWhole = from === 0 && to === durationMs;
  const texts = [from, to].map((value) => Number(value.toFixed(3)));
  return isWhole || texts[0] === texts[1] ? '' : texts.join('-');
}

/** Where a time lies in a stretch: 0 at its start, 1 at its end, beyond for what lies outside. */
export function shareOf(ms: number, { fromMs, toMs }: Stretch): number {
  return toMs <= fromMs ? 0 : (ms - fromMs) / (toMs - fromMs);
}

/** Left end and width of a bar in percent of the stretch, cut at its edges; undefined when nothing of it shows. */
export function barOf(bar: Stretch, stretch: Stretch): { left: number; width: number } | undefined {
  const from = shareOf(bar.fromMs, stretch);
  const to = shareOf(bar.toMs, stretch);
  if (to < 0 || from > 1) return undefined;
  const left = Math.max(0, from);
  return { left: left * 100, width: (Math.min(1, to) - left) * 100 };
}

/** Round moments for the ruler, at most seven. */
export function rulerTicks({ fromMs, toMs }: Stretch): number[] {
  const length = toMs - fromMs;
  if (!(length > 0)) return [fromMs];
  const power = 10 ** Math.floor(Math.log10(length / 6));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= (length / 6) * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const first = Math.ceil(fromMs / step - 1e-9);
  const count = Math.floor((toMs - first * step) / step + 1e-9) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}
