import type { GraphActions } from './graph-actions.ts';
import type { Selection } from './selection.ts';
import { actionWords } from './words.ts';

type Entry = {
  title: string;
  kinds: readonly Selection['kind'][];
  perform: (target: Selection, actions: GraphActions) => void;
};

const plain = ({ kind, id }: Selection): Selection => ({ kind, id });

/** What can be done with a thing of the drawing, in the order of the menu. */
const entries: readonly Entry[] = [
  {
    title: `${actionWords.focusLabel}: upstream`,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.focus(id, 'upstream'),
  },
  {
    title: `${actionWords.focusLabel}: downstream`,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.focus(id, 'downstream'),
  },
  {
    title: `${actionWords.focusLabel}: both ways`,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.focus(id, 'both'),
  },
  {
    title: actionWords.hide,
    kinds: ['node', 'edge', 'box'],
    perform: (target, actions) => actions.hide(plain(target)),
  },
  {
    title: actionWords.findSimilar,
    kinds: ['node', 'edge'],
    perform: (target, actions) => actions.findSimilar(plain(target)),
  },
  {
    title: actionWords.findMembers,
    kinds: ['box'],
    perform: (target, actions) => actions.findSimilar(plain(target)),
  },
  {
    title: actionWords.selectNeighbours,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.findNeighbours(id),
  },
  {
    title: actionWords.copyName,
    kinds: ['node', 'edge', 'box'],
    perform: (target, actions) => actions.copyName(plain(target)),
  },
  {
    title: actionWords.openInTable,
    kinds: ['node', 'edge'],
    perform: (target, actions) => actions.openInTable(plain(target)),
  },
];

export function contextEntriesFor(kind: Selection['kind']): Entry[] {
  return entries.filter(({ kinds }) => kinds.includes(kind));
}
