import type { FocusDirection } from '#lib/graph/neighbours.ts';
import type { Selection } from './selection.ts';

/** What can be done with the things on the page; panel, menus, table, matrix and keys share it. */
export type GraphActions = {
  select: (selection: Selection | undefined) => void;
  focus: (nodeId: string, direction: FocusDirection) => void;
  endFocus: () => void;
  /** Adds a condition to the hide field. */
  hide: (selection: Selection) => void;
  findSimilar: (selection: Selection) => void;
  findNeighbours: (nodeId: string) => void;
  copyName: (selection: Selection) => void;
  openInTable: (selection: Selection) => void;
};
