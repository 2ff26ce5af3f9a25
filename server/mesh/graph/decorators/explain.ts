import type { Explanation } from '#lib/contract/evidence.ts';
import type { GraphNode, NodeKind } from '#lib/contract/graph.ts';
import { type Decorator, type DecoratorFacts, isOwn } from '../decorator.ts';
import type { GraphDraft } from '../graph-draft.ts';
import { explainBlackHole } from './explanations/explain-black-hole.ts';
import { explainPassthrough } from './explanations/explain-passthrough.ts';
import { explainRestricted } from './explanations/explain-restricted.ts';
import { explainUnknown } from './explanations/explain-unknown.ts';

type Explain = (node: GraphNode, draft: GraphDraft, facts: DecoratorFacts) => Explanation;

/** The nodes that stand for no workload, and who explains them. */
const explainByKind: Partial<Record<NodeKind, Explain>> = {
  unknown: explainUnknown,
  passthrough: explainPassthrough,
  blackHole: explainBlackHole,
  restricted: explainRestricted,
};

/** Says why traffic lands at the nodes that are no workloads: who, which hosts, which object decides, what to do. */
export const explain: Decorator = {
  decorate: (draft, facts) => ({
    ...draft,
    nodes: draft.nodes.map((node) => {
      if (!isOwn(node, facts)) return node;
      const explanation = explainByKind[node.kind]?.(node, draft, facts);
      return explanation === undefined ? node : { ...node, explanation };
    }),
  }),
};
