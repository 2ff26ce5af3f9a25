import type { FacetOption } from '#components/ui/facet-menu.tsx';
import { type CanaryItem, canaryStatuses } from '#lib/contract/canaries.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { words as canaryWords } from '../words.ts';
import type { CanariesState, CanaryFacetId } from './list-state.ts';
import { words } from './words.ts';

/** A way in which weighted rules are told apart; one may have several values. */
type CanaryFacet = {
  id: CanaryFacetId;
  title: string;
  read: (item: CanaryItem) => readonly string[];
  /** An address may ask for values that there are not. */
  wordOf: (value: string) => string;
  /** Left out where all rules have the same value. */
  isOnlyForSeveral?: boolean;
};

export const canaryFacets: readonly CanaryFacet[] = [
  {
    id: 'status',
    title: words.verdict,
    read: ({ verdict }) => [verdict.status],
    wordOf: (value) => {
      const status = canaryStatuses.find((known) => known === value);
      return status === undefined ? value : canaryWords.statuses[status];
    },
  },
  { id: 'kind', title: words.kind, read: ({ object }) => [object.kind], wordOf: kindTitle },
  {
    id: 'reach',
    title: words.reach,
    read: ({ isMesh, gateways }) => [
      ...(isMesh ? ['mesh'] : []),
      ...(gateways.length === 0 ? [] : ['gateway']),
    ],
    wordOf: (value) => wordIn(words.reaches, value),
  },
  {
    id: 'rule',
    title: words.rule,
    read: ({ problems }) => [problems.length === 0 ? 'sound' : 'odd'],
    wordOf: (value) => wordIn(words.soundness, value),
  },
  {
    id: 'clusters',
    title: words.cluster,
    read: ({ cluster = '' }) => [cluster],
    wordOf: (cluster) => cluster,
    isOnlyForSeveral: true,
  },
];

function wordIn(known: Readonly<Record<string, string>>, value: string): string {
  return known[value] ?? value;
}

/** The rules that have one of the chosen values of every facet. */
export function filterCanaries(
  items: readonly CanaryItem[],
  chosen: Pick<CanariesState, CanaryFacetId>,
): CanaryItem[] {
  return items.filter((item) =>
    canaryFacets.every(
      ({ id, read }) => chosen[id].length === 0 || read(item).some((value) => chosen[id].includes(value)),
    ),
  );
}

/** Every value that a rule has or that is chosen, with how many have it. */
export function canaryFacetOptions(
  items: readonly CanaryItem[],
  { read, wordOf }: CanaryFacet,
  chosen: readonly string[],
): FacetOption[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const value of items.flatMap(read)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, word: wordOf(value), count }))
    .sort((left, right) => left.word.localeCompare(right.word, 'en'));
}
