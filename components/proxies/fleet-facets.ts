import type { FacetOption } from '#components/ui/facet-menu.tsx';
import { healthLooks } from '#components/ui/health-looks.ts';
import { driftClasses, type ProxyItem, syncStates } from '#lib/contract/proxies.ts';
import { driftWords, syncWords } from '#lib/drift-words.ts';
import { connectionText } from './connection-text.ts';
import type { FleetFacetId, FleetState } from './fleet-state.ts';
import { words } from './words.ts';

/** A way in which proxies are told apart; a proxy may have several values, or none. */
type FleetFacet = {
  id: FleetFacetId;
  title: string;
  read: (item: ProxyItem) => readonly string[];
  wordOf: (value: string) => string;
  /** Left out where all proxies have the same value. */
  isOnlyForSeveral?: boolean;
};

const asItIs = (value: string) => value;
const present = (value: string | undefined) => (value === undefined ? [] : [value]);

export const fleetFacets: readonly FleetFacet[] = [
  {
    id: 'drift',
    title: words.drift,
    read: ({ drift, undecided }) => [
      ...drift.map((one) => one.class),
      ...(drift.length === 0 ? [undecided.length === 0 ? 'none' : 'undecided'] : []),
    ],
    wordOf: driftWord,
  },
  {
    id: 'state',
    title: words.sync,
    read: ({ syncs }) => syncs.map(({ state }) => state).filter((state) => state !== 'IGNORED'),
    wordOf: (value) => {
      const state = syncStates.find((known) => known === value);
      return state === undefined ? value : syncWords[state];
    },
  },
  { id: 'type', title: words.type, read: ({ type }) => [type], wordOf: asItIs },
  { id: 'version', title: words.version, read: ({ version }) => present(version), wordOf: asItIs },
  { id: 'revision', title: words.revision, read: ({ revision }) => present(revision), wordOf: asItIs },
  {
    id: 'istiod',
    title: words.istiod,
    read: (item) => [connectionText(item)],
    wordOf: asItIs,
  },
  {
    id: 'clusters',
    title: words.cluster,
    read: ({ cluster }) => [cluster],
    wordOf: asItIs,
    isOnlyForSeveral: true,
  },
];

/** An address may name classes that there are not. */
function driftWord(value: string): string {
  if (value === 'none') return words.noDrift;
  if (value === 'undecided') return healthLooks.unknown.word;
  const known = driftClasses.find((id) => id === value);
  return known === undefined ? value : driftWords[known];
}

/** The proxies that have one of the chosen values of every facet. */
export function filterProxies(
  items: readonly ProxyItem[],
  chosen: Pick<FleetState, FleetFacetId>,
): ProxyItem[] {
  return items.filter((item) =>
    fleetFacets.every(
      ({ id, read }) => chosen[id].length === 0 || read(item).some((value) => chosen[id].includes(value)),
    ),
  );
}

/** Every value that a proxy has or that is chosen, with how many have it. */
export function fleetFacetOptions(
  items: readonly ProxyItem[],
  { read, wordOf }: FleetFacet,
  chosen: readonly string[],
): FacetOption[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const item of items)
    for (const value of new Set(read(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, word: wordOf(value), count }))
    .sort((left, right) => left.word.localeCompare(right.word, 'en', { numeric: true }));
}
