import { formatNumber, unitSpace } from '#lib/format-number.ts';

/** Protobuf's JSON of a duration (`0.500s`) as it was meant: `500 ms`, `10 s`; what is no duration stays as it is. */
export function durationWords(text: string): string {
  const digits = /^(-?\d+(?:\.\d+)?)s$/.exec(text)?.[1];
  if (digits === undefined) return text;
  const seconds = Number(digits);
  const isShort = seconds !== 0 && Math.abs(seconds) < 1;
  const value = isShort ? seconds * 1000 : seconds;
  const decimals = Number.isInteger(Math.round(value * 1000) / 1000) ? 0 : 1;
  return `${formatNumber(value, decimals)}${unitSpace}${isShort ? 'ms' : 's'}`;
}
