import { ViglaError } from '#server/errors.ts';

/** Clocks differ a little, and "now" is rounded down. */
const toleratedSeconds = 60;

/**
 * The end of the window that is asked for, in epoch seconds. `nowSeconds` is the sources' own clock. Throws
 * `bad_parameter` naming `at` for a time to come: there every figure would be an empty zero.
 */
export function windowEnd(at: 'now' | number, nowSeconds: number): number {
  if (at === 'now') return nowSeconds;
  if (at > nowSeconds + toleratedSeconds)
    throw new ViglaError(
      'bad_parameter',
      `"${new Date(at * 1000).toISOString()}" is yet to come: it is ${new Date(nowSeconds * 1000).toISOString()} now.`,
      { parameter: 'at' },
    );
  return at;
}
