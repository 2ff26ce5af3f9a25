import type { GraphDifference } from '#lib/contract/compare-graph.ts';
import type { CompareChange } from '#lib/contract/compare-sides.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { type NodeFacts, nodeAspects, nodeFigures, throughOf } from './node-aspects.ts';
import { changeOf, type Pair, toldDifference } from './told-difference.ts';

/** What became of a node; none where nothing did. */
export function nodeDifference(pair: Pair<GraphNode>, facts: NodeFacts): GraphDifference[] {
  const { id, before, after } = pair;
  const node = after ?? before;
  if (node === undefined) return [];
  const aspects = before === undefined || after === undefined ? [] : nodeAspects({ before, after }, facts);
  const change = changeOf(pair, aspects);
  if (change === undefined) return [];
  return [
    {
      subject: 'node',
      id,
      change,
      title: nodeName(node),
      namespaces: node.namespace === undefined ? [] : [node.namespace],
      ...(before === undefined ? {} : { before: nodeFigures(before) }),
      ...(after === undefined ? {} : { after: nodeFigures(after) }),
      ...toldDifference(aspects, { words: words[change], weight: throughOf(node) }),
    },
  ];
}

const words: Record<CompareChange, readonly string[]> = {
  added: ['It was not there.'],
  removed: ['It is there no more.'],
  changed: [],
};
