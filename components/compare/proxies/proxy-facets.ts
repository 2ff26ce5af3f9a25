import { type ProxyComparisonItem, proxyMatches } from '#lib/contract/compare-proxies.ts';
import type { CompareFacet } from '../facets.ts';
import { words } from '../words.ts';
import { differingCount } from './differing-count.ts';

const resultWords = { differ: words.differ, same: words.allSame, none: words.notCompared } as const;

/** What pairs of proxies are told apart by. */
export const proxyFacets: readonly CompareFacet<ProxyComparisonItem>[] = [
  {
    id: 'change',
    title: words.resources,
    read: (proxy) => [resultOf(proxy)],
    wordOf: (value) => Object.entries(resultWords).find(([id]) => id === value)?.[1] ?? value,
  },
  {
    id: 'match',
    title: words.match,
    read: ({ match }) => [match],
    wordOf: (value) => {
      const known = proxyMatches.find((match) => match === value);
      return known === undefined ? value : words.matches[known];
    },
  },
  { id: 'namespace', title: words.namespace, read: ({ namespace }) => [namespace], wordOf: (value) => value },
];

function resultOf(proxy: ProxyComparisonItem): keyof typeof resultWords {
  if (proxy.sections === undefined) return 'none';
  return differingCount(proxy) === 0 ? 'same' : 'differ';
}
