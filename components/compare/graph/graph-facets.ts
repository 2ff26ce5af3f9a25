import type { GraphDifference } from '#lib/contract/compare-graph.ts';
import { isObjectChange } from '../change-word.ts';
import type { CompareFacet } from '../facets.ts';
import { words } from '../words.ts';

/** What differences of the graph are told apart by. */
export const graphFacets: readonly CompareFacet<GraphDifference>[] = [
  {
    id: 'change',
    title: words.change,
    read: ({ change }) => [change],
    wordOf: (value) => (isObjectChange(value) ? words.changes[value] : value),
  },
  {
    id: 'subject',
    title: words.subject,
    read: ({ subject }) => [subject],
    wordOf: (value) => (value === 'node' ? words.nodes : value === 'edge' ? words.edges : value),
  },
  {
    id: 'namespace',
    title: words.namespace,
    read: ({ namespaces }) => namespaces,
    wordOf: (value) => value,
  },
];
