/** Stands for "not known", which is not the same as 0. */
export const notKnown = '–';

/** Joins a number and its unit so that no line break separates them. */
export const unitSpace = '\u00a0';

/** Making a formatter costs a hundred times what using it does, and tables and drawings write thousands of numbers. */
const formatters = new Map<number, Intl.NumberFormat>();

function formatterOf(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(decimals, made);
  return made;
}

/** A number with a fixed count of decimals and commas between thousands: `1204.5, 1` becomes `1,204.5`. */
export function formatNumber(value: number, decimals: number): string {
  return Number.isFinite(value) ? formatterOf(decimals).format(value) : notKnown;
}

/** A number with about three significant digits and at most two decimals: `0.41`, `3.1`, `87.2`, `1,204`. */
export function formatFigure(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 0.01) return value < 0 ? '>-0.01' : '<0.01';
  // 0.995 and above round to 1.0, not to 1.00.
  if (size < 0.995) return formatNumber(value, 2);
  return formatNumber(value, size < 99.95 ? 1 : 0);
}
