import type { ObjectDifference } from '#lib/contract/compare-objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { isObjectChange } from '../change-word.ts';
import type { CompareFacet } from '../facets.ts';
import { words } from '../words.ts';

/** What changed objects are told apart by. */
export const objectFacets: readonly CompareFacet<ObjectDifference>[] = [
  {
    id: 'change',
    title: words.change,
    read: ({ change }) => [change],
    wordOf: (value) => (isObjectChange(value) ? words.changes[value] : value),
  },
  { id: 'kind', title: words.kind, read: ({ object }) => [object.kind], wordOf: kindTitle },
  {
    id: 'namespace',
    title: words.namespace,
    read: ({ object }) => [object.namespace],
    wordOf: (value) => (value === '' ? words.wholeCluster : value),
  },
  {
    id: 'maker',
    title: words.madeBy,
    read: ({ madeBy }) => [madeBy === undefined ? 'hand' : 'controller'],
    wordOf: (value) => (value === 'controller' ? words.controller : words.hand),
  },
];
