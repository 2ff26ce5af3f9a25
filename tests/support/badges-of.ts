import type { GraphNode } from '#lib/contract/graph.ts';
import { circuitBreaker } from '#server/mesh/graph/decorators/circuit-breaker.ts';
import { gatewayBadges } from '#server/mesh/graph/decorators/gateway-badges.ts';
import { meshMembership } from '#server/mesh/graph/decorators/mesh-membership.ts';
import { routeBadges } from '#server/mesh/graph/decorators/route-badges.ts';
import { workloadEntry } from '#server/mesh/graph/decorators/workload-entry.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { draftOf, factsOf } from './graph-draft.ts';

const marking = [meshMembership, routeBadges, circuitBreaker, gatewayBadges, workloadEntry];

/** The first node with every mark that objects put on it, in the company of the others. */
export function marked(
  snapshot: ObjectsSnapshot,
  node: GraphNode,
  ...others: readonly GraphNode[]
): GraphNode {
  const facts = factsOf(snapshot);
  const { nodes } = marking.reduce(
    (draft, { decorate }) => decorate(draft, facts),
    draftOf([node, ...others]),
  );
  return nodes[0] ?? node;
}

/** Texts of a node's badges by their ids. */
export function badgeTexts(node: GraphNode): Record<string, string> {
  return Object.fromEntries(node.badges.map(({ id, text }) => [id, text]));
}
