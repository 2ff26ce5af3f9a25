/**
 * A figure to six significant digits: more than any scrape knows, and few enough that the order in which a store answers
 * does not show in the last bits of a sum. Small rates keep their digits; nothing is rounded to zero.
 */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(6));
}

/** Counts keep nine digits, so that whole requests stay whole. */
export function roundCount(value: number): number {
  return Number(value.toPrecision(9));
}
