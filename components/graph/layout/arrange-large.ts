import { arrange } from './arrange.ts';
import { arrangeNested } from './arrange-nested.ts';
import type { Arrangement } from './arrangement.ts';
import { arrangeByRank } from './rank-columns.ts';
import type { Topology } from './topology.ts';

/** From this size of the whole graph on, a thorough layout would take longer than people wait. */
export const largeGraphNodes = 400;

/** Arranges a graph in about linear time: plain columns by rank in every box. */
export function arrangeLarge(topology: Topology): Promise<Arrangement> {
  return arrange({
    topology,
    arrangeIsland: (content) => arrangeNested(content, arrangeByRank),
    mayStack: false,
  });
}
