import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { Addressed, Party } from '#server/mesh/graph/rows/edge-row.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import { clockOf } from './clock-of.ts';
import type { SpanNode } from './span-forest.ts';
import type { SpanParty } from './span-parties.ts';
import { addressedBy } from './upstream-host.ts';

/** A request between two workloads, as the span of one of its sides shows it. */
export type SpanCall = {
  /** Whose proxy measured it, in the words of Istio's metrics. */
  reporter: 'source' | 'destination';
  source: Party | undefined;
  destination: Party | undefined;
  addressed: Addressed | undefined;
  isGrpc: boolean;
};

type Given = { partyOf: (node: SpanNode) => SpanParty; facts: GraphFacts; inventory: Inventory };
export type CallOf = (node: SpanNode) => SpanCall | undefined;
type Known = Given & { callOf: CallOf };

/** Finds the request that a span is one side of; undefined where no tag says so. Each span is looked at once. */
export function spanCalls(given: Given): CallOf {
  const found = new Map<SpanNode, SpanCall | undefined>();
  const callOf: CallOf = (node) => {
    if (!found.has(node)) found.set(node, readCall(node, { ...given, callOf }));
    return found.get(node);
  };
  return callOf;
}

function readCall(node: SpanNode, known: Known): SpanCall | undefined {
  const { tags, party } = known.partyOf(node);
  const { kind } = node.span;
  if (kind === 'client' || kind === 'producer') return outgoing(node, known);
  if (kind !== 'server' && kind !== 'consumer') return undefined;
  // A gateway counts what it forwards as the source of it; of what arrives from outside nobody counts anything.
  const forwarded = tags.proxyType === 'router' ? outgoing(node, known) : undefined;
  if (forwarded !== undefined) return forwarded;
  if (party.app === '' && party.workload === '') return undefined;
  const caller = callerOf(node, known);
  if (caller === undefined && tags.proxyType === 'router') return undefined;
  return {
    reporter: 'destination',
    source: caller === undefined ? callerWithoutProxy(node) : known.partyOf(caller).party,
    destination: party,
    addressed: caller === undefined ? undefined : known.callOf(caller)?.addressed,
    isGrpc: tags.isGrpc,
  };
}

function outgoing(node: SpanNode, known: Known): SpanCall | undefined {
  const { tags, party } = known.partyOf(node);
  const addressed = addressedBy(tags.upstreamCluster, {
    cluster: party.cluster,
    callerNamespace: party.namespace,
    facts: known.facts,
  });
  const receiver = receiverOf(node, known);
  if (addressed === undefined && receiver === undefined) return undefined;
  return {
    reporter: 'source',
    source: party,
    // What failed may never have reached anybody.
    destination:
      receiver ?? (node.span.isError ? undefined : onlyWorkloadOf(addressed, tags.upstreamCluster, known)),
    addressed,
    isGrpc: tags.isGrpc,
  };
}

function callerOf({ span, parent }: SpanNode, { partyOf }: Known): SpanNode | undefined {
  if (parent === undefined || parent.span.kind !== 'client') return undefined;
  const { app, workload } = partyOf(parent).party;
  return (app === '' && workload === '') || clockOf(parent.span) === clockOf(span) ? undefined : parent;
}

/** Nobody but the receiver recorded the request: its caller has no proxy, or stands outside. Metrics know nothing of it, either. */
function callerWithoutProxy({ span }: SpanNode): Party | undefined {
  return span.parentSpanId === undefined
    ? { cluster: '', namespace: '', workload: '', app: '', version: '' }
    : undefined;
}

/** Who received it: the span below that another proxy recorded as a server. A gateway's own way out lies between. */
function receiverOf(node: SpanNode, known: Known): Party | undefined {
  for (const child of node.children) {
    const isElsewhere = clockOf(child.span) !== clockOf(node.span);
    if (isElsewhere && child.span.kind === 'server') return known.partyOf(child).party;
    if (!isElsewhere && child.span.kind === 'client' && node.span.kind === 'server') {
      const beyond = child.children.find(({ span }) => span.kind === 'server');
      if (beyond !== undefined) return known.partyOf(beyond).party;
    }
  }
  return undefined;
}

/** Without a span of the receiver there is one answer where one workload alone stands behind the service. */
function onlyWorkloadOf(
  addressed: Addressed | undefined,
  upstreamCluster: string | undefined,
  { inventory }: Known,
): Party | undefined {
  if (addressed === undefined) return undefined;
  const service = inventory.service(addressed.namespace, addressed.name);
  const subset = upstreamCluster?.split('|')[2] ?? '';
  const [only, ...others] = service === undefined || subset !== '' ? [] : inventory.workloadsOf(service);
  if (only === undefined || others.length > 0) return undefined;
  const { namespace, name, app, version } = only;
  return { cluster: addressed.cluster, namespace, workload: name, app, version };
}
