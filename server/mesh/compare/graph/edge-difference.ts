import type { GraphDifference } from '#lib/contract/compare-graph.ts';
import type { CompareChange } from '#lib/contract/compare-sides.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { countsDiffer } from './beyond-chance.ts';
import { bytesOfRequest } from './changed-aspects.ts';
import { edgeAspects } from './edge-aspects.ts';
import { bytesOf, edgeFigures, rateOf } from './edge-figures.ts';
import { changeOf, type Pair, toldDifference } from './told-difference.ts';

/** What became of an edge; none where nothing did. */
export function edgeDifference(
  pair: Pair<GraphEdge>,
  nodeById: ReadonlyMap<string, GraphNode>,
): GraphDifference[] {
  const { id, before, after } = pair;
  const edge = after ?? before;
  if (edge === undefined) return [];
  const ends = [edge.source, edge.target].map((end) => nodeById.get(end));
  const aspects = before === undefined || after === undefined ? [] : edgeAspects(before, after);
  const change = changeOf(pair, aspects);
  if (change === undefined) return [];
  const names = [nameOf(ends[0], edge.source), nameOf(ends[1], edge.target)];
  return [
    {
      subject: 'edge',
      id,
      change,
      title: `${names.join(' → ')}${edge.protocol === 'http' ? '' : ` (${edge.protocol})`}`,
      namespaces: [...new Set(ends.flatMap((end) => end?.namespace ?? []))],
      ...(before === undefined ? {} : { before: edgeFigures(before) }),
      ...(after === undefined ? {} : { after: edgeFigures(after) }),
      ...toldDifference(aspects, {
        words: change === 'changed' ? [] : [words[change], ...rareWords(edge)],
        weight: rateOf(edge) + (bytesOf(edge) ?? 0) / bytesOfRequest,
      }),
    },
  ];
}

const words: Record<Exclude<CompareChange, 'changed'>, string> = {
  added: 'There was no traffic here.',
  removed: 'There is no traffic here any more.',
};

/** Who calls seldom may by chance not have called in one of two windows. */
function rareWords({ requestCount }: GraphEdge): string[] {
  if (requestCount === undefined || countsDiffer(0, requestCount)) return [];
  return ['There were so few requests that it may be chance.'];
}

function nameOf(node: GraphNode | undefined, id: string): string {
  return node === undefined ? id : nodeName(node);
}
