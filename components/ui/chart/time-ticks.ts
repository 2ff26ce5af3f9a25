import { formatClock, formatClockSeconds, formatDay, type TimeZoneChoice } from '#lib/format-time.ts';

const steps = [
  10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000,
  864_000,
];

type Span = { fromSeconds: number; toSeconds: number; most: number };

/** Round moments of a span, at most so many, with how they are written. */
export function timeTicks({ fromSeconds, toSeconds, most }: Span) {
  const length = toSeconds - fromSeconds;
  const step = steps.find((one) => Math.floor(length / one) + 1 <= most) ?? length;
  const ticks: number[] = [];
  for (let at = Math.ceil(fromSeconds / step) * step; at <= toSeconds; at += step) ticks.push(at);
  const format = step < 60 ? formatClockSeconds : step < 86_400 && length <= 86_400 ? formatClock : formatDay;
  return { ticks, text: (at: number, zone: TimeZoneChoice) => format({ epochMs: at * 1000, zone }) };
}
