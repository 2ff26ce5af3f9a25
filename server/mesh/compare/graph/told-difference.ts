import type { GraphDifference } from '#lib/contract/compare-graph.ts';
import type { CompareChange } from '#lib/contract/compare-sides.ts';
import type { ChangedAspect } from './changed-aspects.ts';

/** A part of the graph on both sides; at least one of them has it. */
export type Pair<Part> = { id: string; before: Part | undefined; after: Part | undefined };

/** What became of a part; undefined where it is the same. */
export function changeOf(
  { before, after }: Pair<unknown>,
  aspects: readonly ChangedAspect[],
): CompareChange | undefined {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return aspects.length === 0 ? undefined : 'changed';
}

/** What is told of a part, and how heavy it is: as its heaviest aspect, or as a whole where it came or went. */
export function toldDifference(
  aspects: readonly ChangedAspect[],
  { words, weight }: { words: readonly string[]; weight: number },
): Pick<GraphDifference, 'aspects' | 'says' | 'weight'> {
  return {
    aspects: aspects.map(({ aspect }) => aspect),
    says: [...words, ...aspects.map(({ says }) => says)],
    weight: aspects.length === 0 ? weight : Math.max(...aspects.map((aspect) => aspect.weight)),
  };
}
