import type { Span, TraceSpan } from '#lib/contract/traces.ts';
import { breakCycles } from './break-cycles.ts';
import { oddities } from './oddities.ts';

/** A span in its trace. `parent` is who it is drawn below, whatever the span itself says. */
export type SpanNode = {
  span: Span;
  parent: SpanNode | undefined;
  /** By start. */
  children: SpanNode[];
  oddities: TraceSpan['oddities'];
};

export type SpanForest = { nodes: SpanNode[]; roots: SpanNode[]; copies: number };

/** Of spans that share an id only so many are looked at, so that a store gone wrong costs no more than any other. */
const mostCandidates = 20;

/**
 * Spans under their parents. Every span stands exactly once, but for exact copies, which are dropped and counted. What is
 * wrong with the links (no such parent, a circle, an id used twice) is noted on the spans, which then become roots.
 */
export function spanForest(spans: readonly Span[]): SpanForest {
  const nodes = withoutCopies(spans).map(
    (span): SpanNode => ({ span, parent: undefined, children: [], oddities: [] }),
  );
  const byId = Map.groupBy(nodes, ({ span }) => span.spanId);
  for (const sharing of byId.values()) if (sharing.length > 1) noteSharedId(sharing);
  const fewById = new Map([...byId].map(([id, sharing]) => [id, sharing.slice(0, mostCandidates)]));
  for (const node of nodes) node.parent = parentOf(node, fewById);
  breakCycles(nodes);
  for (const node of nodes) node.parent?.children.push(node);
  for (const { children } of nodes) children.sort(byStart);
  return {
    nodes,
    roots: nodes.filter(({ parent }) => parent === undefined).sort(byStart),
    copies: spans.length - nodes.length,
  };
}

function withoutCopies(spans: readonly Span[]): Span[] {
  const seen = new Map<string, Span>();
  for (const span of spans) {
    const key = JSON.stringify([
      span.spanId,
      span.kind,
      span.service,
      span.startMs,
      span.durationMs,
      span.operation,
    ]);
    if (!seen.has(key)) seen.set(key, span);
  }
  return [...seen.values()];
}

function noteSharedId(sharing: readonly SpanNode[]): void {
  const [server] = sharing.filter(({ span }) => span.kind === 'server');
  const isPair =
    sharing.length === 2 && server !== undefined && sharing.some(({ span }) => span.kind === 'client');
  for (const node of isPair ? [server] : sharing)
    node.oddities.push(isPair ? oddities.sharedId() : oddities.duplicateId(sharing.length));
}

function parentOf(node: SpanNode, byId: ReadonlyMap<string, readonly SpanNode[]>): SpanNode | undefined {
  const { spanId, parentSpanId, kind } = node.span;
  // Zipkin's way: the receiver goes on with the caller's id.
  const caller = kind === 'server' ? byId.get(spanId)?.find(({ span }) => span.kind === 'client') : undefined;
  if (caller !== undefined) return caller;
  if (parentSpanId === undefined) return undefined;
  const candidates = (byId.get(parentSpanId) ?? []).filter((candidate) => candidate !== node);
  const best = candidates.length > 1 ? bestParent(node, candidates) : candidates[0];
  if (best !== undefined) return best;
  node.oddities.push(parentSpanId === spanId ? oddities.cycle() : oddities.missingParent());
  return undefined;
}

/** Among spans of one id: the one of the same service, else a receiver, else the first. */
function bestParent({ span }: SpanNode, candidates: readonly SpanNode[]): SpanNode | undefined {
  return (
    candidates.find((candidate) => candidate.span.service === span.service) ??
    candidates.find((candidate) => candidate.span.kind === 'server') ??
    candidates[0]
  );
}

function byStart(left: SpanNode, right: SpanNode): number {
  return (
    left.span.startMs - right.span.startMs ||
    right.span.durationMs - left.span.durationMs ||
    (left.span.spanId < right.span.spanId ? -1 : 1)
  );
}
