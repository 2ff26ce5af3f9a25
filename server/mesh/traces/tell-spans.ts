import type { TraceSpan } from '#lib/contract/traces.ts';
import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import type { DrawnSpan } from './draw-trace.ts';
import { graphPlacer } from './graph-place.ts';
import { restrictedCall } from './restricted-call.ts';
import { type SpanCall, spanCalls } from './span-calls.ts';
import type { SpanNode } from './span-forest.ts';
import { spanParties } from './span-parties.ts';
import { spanStory } from './span-story.ts';

/** A span as it goes over the wire, but for what is usual, and the request by which that is found. */
export type ToldSpan = { span: TraceSpan; call: SpanCall | undefined };

/** The spans of a drawing, each with its story. */
export function tellSpans(
  drawn: readonly DrawnSpan[],
  {
    facts,
    inventory,
    visibleNamespaces,
  }: {
    facts: GraphFacts;
    inventory: Inventory;
    visibleNamespaces?: ReadonlySet<string> | undefined;
  },
): ToldSpan[] {
  const parties = spanParties(
    drawn.map(({ node }) => node.span),
    { inventory, cluster: facts.cluster },
  );
  const partyOf = (node: SpanNode) => parties(node.span);
  const callOf = spanCalls({ partyOf, facts, inventory });
  const place = graphPlacer(facts);
  return drawn.map(({ node, depth, skewMs, selfMs, critical }) => {
    const party = partyOf(node);
    const call = restrictedCall(callOf(node), visibleNamespaces);
    const story = spanStory({ node, party, call, place: place(party.party, call) });
    return {
      call,
      span: { ...node.span, depth, selfMs, critical, oddities: node.oddities, skewMs, story },
    };
  });
}
