import type { Sort } from './use-data-table.ts';

/** How an address says what a table is sorted by: a column; with a minus before it, its largest first. */
export function parseSort(text: string): Sort {
  return text.startsWith('-')
    ? { column: text.slice(1), isDescending: true }
    : { column: text, isDescending: false };
}

export function printSort({ column, isDescending }: Sort): string {
  return isDescending ? `-${column}` : column;
}

/** Columns that an address hides; undefined where it leaves them to the defaults. */
export function parseHidden(text: string): string[] | undefined {
  if (text === '') return undefined;
  return text === 'none' ? [] : text.split(',').filter((id) => id !== '');
}

export function printHidden(hidden: readonly string[]): string {
  return hidden.length === 0 ? 'none' : hidden.join(',');
}
