import { type EdgeProtocol, edgeProtocols } from '#lib/contract/graph.ts';
import { ViglaError } from '#server/errors.ts';
import type { BehindNode } from './behind-node.ts';
import { bothOf } from './label-conditions.ts';
import { type NodeConditions, nodeConditions } from './node-conditions.ts';
import { type NodeId, readEdgeEnds, readNodeId } from './node-id.ts';

/** Traffic that leaves a node, arrives at one, or runs from one to another; and where its series are found. */
export type SubjectView = {
  from?: NodeId;
  to?: NodeId;
  conditions: NodeConditions;
  /** An edge from a service stands for its workloads: what these receive, over any protocol, tells whose they are. */
  asksForCallers?: true;
};

/** The traffic of an edge or a node. A node is what it receives; one that nothing calls is what it sends. */
export type SeriesSubject = {
  protocol: EdgeProtocol | undefined;
  /**
   * Only requests of this operation; the empty text is that of requests that nobody classified. Sizes and times are not
   * known by operation.
   */
  operation: string | undefined;
  /** To be asked in turn until one has traffic. */
  views: readonly [SubjectView, ...SubjectView[]];
};

/** Reads an edge id `<source>|<target>|<protocol>` or a node id; throws `bad_parameter` naming the one at fault. */
export function seriesSubject(
  asked: { edge?: string | undefined; node?: string | undefined; operations: boolean },
  behind: BehindNode,
): SeriesSubject {
  if (asked.edge !== undefined) return edgeSubject(asked.edge, asked.operations, behind);
  const node = readNodeId(asked.node ?? '');
  if (node === undefined) throw unknownId('node', asked.node ?? '');
  const received = nodeConditions({ node, side: 'destination', behind });
  const sent = nodeConditions({ node, side: 'source', behind });
  const [first, ...others] = [
    ...(received === undefined ? [] : [{ to: node, conditions: received }]),
    ...(sent === undefined ? [] : [{ from: node, conditions: sent }]),
  ];
  if (first === undefined) throw unknownId('node', node.id);
  return { protocol: undefined, operation: node.operation, views: [first, ...others] };
}

function edgeSubject(edge: string, operations: boolean, behind: BehindNode): SeriesSubject {
  const ends = readEdgeEnds(edge);
  const protocol = edgeProtocols.find((known) => known === ends?.protocol);
  const conditions = ends === undefined ? undefined : edgeConditions(ends, behind);
  if (ends === undefined || protocol === undefined || conditions === undefined) throw unknownId('edge', edge);
  const { source: from, target: to } = ends;
  const view = { from, to, conditions };
  // With operations drawn, what is classified leaves its caller by way of them.
  const isFromCaller = !(isService(from) && isParty(to));
  const unclassified = operations && isFromCaller ? '' : undefined;
  return {
    protocol,
    operation: from.operation ?? to.operation ?? unclassified,
    views: [isService(from) && !isParty(to) ? { ...view, asksForCallers: true } : view],
  };
}

type Ends = { source: NodeId; target: NodeId };

function edgeConditions({ source, target }: Ends, behind: BehindNode): NodeConditions | undefined {
  const to = nodeConditions({ node: target, side: 'destination', behind });
  const through = nodeConditions({ node: source, side: 'destination', behind });
  const from = nodeConditions({ node: source, side: 'source', behind });
  if (to === undefined) return undefined;
  if (source.kind === 'operation') return through && both(through, to);
  if (!isService(source)) return from && both(from, to);
  // Traffic does not begin at a service: an edge from one to a workload is what came through it …
  if (through !== undefined && isParty(target)) return { near: bothOf(through.near, to.near), wide: to.wide };
  // … and one to another service is what the workloads behind it send.
  if (from === undefined) return undefined;
  return {
    near: bothOf(from.near, to.near),
    wide: [...bothOf(from.near, to.wide), ...(through?.wide ?? [])],
  };
}

function isService({ kind }: NodeId): boolean {
  return kind === 'service' || kind === 'serviceEntry';
}

function isParty({ kind }: NodeId): boolean {
  return kind === 'workload' || kind === 'application';
}

function both(left: NodeConditions, right: NodeConditions): NodeConditions {
  return { near: bothOf(left.near, right.near), wide: bothOf(left.wide, right.wide) };
}

function unknownId(parameter: 'edge' | 'node', id: string): ViglaError {
  const shape =
    parameter === 'edge' ? '<source>|<target>|<protocol>' : 'workload:<cluster>/<namespace>/<name>';
  return new ViglaError('bad_parameter', `"${id}" is not an id of /api/graph, such as ${shape}.`, {
    parameter,
  });
}
