import type { FacetOption } from '#components/ui/facet-menu.tsx';
import type { ObjectItem } from '#lib/contract/objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { forceLooks } from '../force-looks.ts';
import { words } from '../words.ts';
import type { ObjectsState } from './list-state.ts';

type Facet = {
  id: 'kind' | 'force' | 'clusters';
  title: string;
  read: (item: ObjectItem) => string;
  wordOf: (value: string) => string;
  /** Left out where all objects have the same value. */
  isOnlyForSeveral?: boolean;
};

/** What objects are told apart by. An address may name values that there are not. */
export const objectFacets: readonly Facet[] = [
  { id: 'kind', title: words.kind, read: ({ object }) => object.kind, wordOf: kindTitle },
  { id: 'force', title: words.force, read: forceValue, wordOf: forceWord },
  {
    id: 'clusters',
    title: words.cluster,
    read: ({ cluster = '' }) => cluster,
    wordOf: (cluster) => cluster,
    isOnlyForSeveral: true,
  },
];

/** The rows that fit every facet. */
export function filterObjects(items: readonly ObjectItem[], state: ObjectsState): ObjectItem[] {
  return items.filter((item) =>
    objectFacets.every(({ id, read }) => state[id].length === 0 || state[id].includes(read(item))),
  );
}

/** Every value that a row has or that is chosen, with how many rows have it. */
export function objectFacetOptions(
  items: readonly ObjectItem[],
  { read, wordOf }: Facet,
  chosen: readonly string[],
): FacetOption[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const item of items) counts.set(read(item), (counts.get(read(item)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, word: wordOf(value), count }))
    .sort((left, right) => left.word.localeCompare(right.word, 'en'));
}

export function forceValue({ force, rejected }: ObjectItem): string {
  return rejected === undefined ? (force?.state ?? 'unsaid') : 'rejected';
}

export function forceWord(value: string): string {
  const look = Object.entries(forceLooks).find(([state]) => state === value)?.[1];
  return look?.word ?? (value === 'rejected' ? words.rejectedWord : words.unsaid);
}
