import type { Point } from '../visible-graph.ts';

/** The outcome of a layout: where the nodes' centres are, and how the edges run between them. */
export type Arrangement = {
  positions: ReadonlyMap<string, Point>;
  /** Bends between source and target; an edge without an entry is a straight line. */
  routes: ReadonlyMap<string, readonly Point[]>;
};

export const emptyArrangement: Arrangement = {
  positions: new Map(),
  routes: new Map(),
};
