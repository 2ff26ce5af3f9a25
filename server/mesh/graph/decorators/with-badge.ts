import type { ObjectReference } from '#lib/contract/evidence.ts';
import { type Badge, type BadgeId, badgeIds, type GraphNode } from '#lib/contract/graph.ts';

/** A sentence for a badge and the object that it was read from. */
export type BadgeFact = { text: string; object?: ObjectReference };

/**
 * The node with one more badge: its facts as sentences, each once, and their objects. A node that has the badge already
 * gets both. Badges stand in the contract's order, so that two runs show the same.
 */
export function withBadge(node: GraphNode, id: BadgeId, facts: readonly BadgeFact[]): GraphNode {
  if (facts.length === 0) return node;
  const known = node.badges.find((badge) => badge.id === id);
  const texts = [...(known === undefined ? [] : [known.text]), ...facts.map(({ text }) => text)];
  const objects = [...(known?.objects ?? []), ...facts.flatMap(({ object }) => object ?? [])];
  const badge: Badge = {
    id,
    text: [...new Set(texts)].join('; '),
    objects: [
      ...new Map(
        objects.map((object) => [`${object.kind}/${object.namespace}/${object.name}`, object]),
      ).values(),
    ],
  };
  const badges = [...node.badges.filter((other) => other.id !== id), badge];
  return { ...node, badges: badges.toSorted((a, b) => badgeIds.indexOf(a.id) - badgeIds.indexOf(b.id)) };
}
