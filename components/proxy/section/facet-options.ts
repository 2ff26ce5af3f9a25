import type { Facet } from './section-definition.ts';

export type FacetChoice = { value: string; word: string; count: number };

const collator = new Intl.Collator('en', { numeric: true });

/** Every value that a row has or that is chosen, with how many rows have it; by number where values are numbers. */
export function facetOptions<Row>(
  rows: readonly Row[],
  { read, wordOf = (value) => value }: Pick<Facet<Row>, 'read' | 'wordOf'>,
  chosen: readonly string[],
): FacetChoice[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const row of rows) {
    for (const value of new Set(read(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, word: wordOf(value), count }))
    .sort((left, right) => collator.compare(left.word, right.word));
}
