import { formatNumber, notKnown } from './format-number.ts';

/** A whole number with commas: `1,204`. */
export function formatCount(count: number | undefined): string {
  return count === undefined ? notKnown : formatNumber(Math.round(count), 0);
}

/** A count with its noun: `1 namespace`, `6 namespaces`; the plural adds an s unless it is given. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${Math.round(count) === 1 ? singular : plural}`;
}
