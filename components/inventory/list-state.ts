import { z } from 'zod';
import type { Sort } from '#components/ui/data-table/use-data-table.ts';
import { urlText, urlTexts } from '#lib/url-parameters.ts';

/** What a list keeps in its address, beside the scope that every page has. */
export const listUrl = z.object({
  q: urlText(),
  health: urlTexts(),
  mesh: urlTexts(),
  kind: urlTexts(),
  mtls: urlTexts(),
  labels: urlText(),
  /** A column; with a minus before it, its largest first. */
  sort: urlText('health'),
  /** Columns; empty for those that are hidden by default, `none` for none. */
  hide: urlText(),
});
export type ListState = z.output<typeof listUrl>;

export type FacetId = 'health' | 'mesh' | 'kind' | 'mtls';

export function parseSort(text: string): Sort {
  return text.startsWith('-')
    ? { column: text.slice(1), isDescending: true }
    : { column: text, isDescending: false };
}

export function printSort({ column, isDescending }: Sort): string {
  return isDescending ? `-${column}` : column;
}

export function parseHidden(text: string): string[] | undefined {
  if (text === '') return undefined;
  return text === 'none' ? [] : text.split(',').filter((id) => id !== '');
}

export function printHidden(hidden: readonly string[]): string {
  return hidden.length === 0 ? 'none' : hidden.join(',');
}
