/**
 * A figure to four significant digits: more than two scrapes know of a rate, and few enough that the order in which a
 * store answers does not show in the last bits of a sum. Small rates keep their digits; nothing is rounded to zero.
 */
export function roundFigure(value: number): number {
  return roundTo(4, value);
}

/**
 * A count of requests: whole from 100 on, one decimal below, because a store's increase over a window is a fraction.
 * Below one it keeps its digits, so that nothing is rounded to zero.
 */
export function roundCount(value: number): number {
  if (value >= 100) return Math.round(value);
  return value >= 1 ? Math.round(value * 10) / 10 : roundTo(2, value);
}

/** As `toPrecision` does, without the way through text, which costs more than all else on a large graph. */
function roundTo(digits: number, value: number): number {
  if (value === 0) return 0;
  const exponent = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  // Powers of ten up to 22 are exact, so that dividing by one gives the nearest number to the decimal.
  if (exponent < 0 || exponent > 22) return Number(value.toPrecision(digits));
  const scale = 10 ** exponent;
  return Math.round(value * scale) / scale;
}
