import { formatMs } from '#lib/format-ms.ts';

/** Protobuf's JSON of a duration (`0.500s`) in the unit that suits it; what is no duration stays as it is. */
export function durationWords(text: string): string {
  const seconds = /^(-?\d+(?:\.\d+)?)s$/.exec(text)?.[1];
  return seconds === undefined ? text : formatMs(Number(seconds) * 1000);
}
