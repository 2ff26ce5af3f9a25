import { partyNode } from '#server/mesh/graph/build/party-node.ts';
import { flowPlacer, type PlacedFlow } from '#server/mesh/graph/build/placed-flow.ts';
import { routeFolding } from '#server/mesh/graph/build/route-folding.ts';
import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { Flow } from '#server/mesh/graph/flows/flow.ts';
import type { Addressed, Party } from '#server/mesh/graph/rows/edge-row.ts';
import { createQualityTally } from '#server/mesh/graph/rows/quality-tally.ts';
import type { SpanCall } from './span-calls.ts';

export type GraphPlace = { nodeId?: string; edgeId?: string; edgeIds?: string[] };

/** Finds spans in the graph by the graph's own rules: as versioned applications, with backends folded under their hosts. */
export function graphPlacer(facts: GraphFacts): (party: Party, call: SpanCall | undefined) => GraphPlace {
  const type = 'versionedApp';
  const place = flowPlacer({
    type,
    facts,
    folding: routeFolding(facts.routes, true),
    quality: createQualityTally(),
  });
  return (party, call) => {
    const isKnown = party.app !== '' || party.workload !== '';
    const isWaypoint = facts.waypoints.has(`${party.namespace}/${party.workload}`);
    return {
      ...(isKnown ? { nodeId: partyNode(party, { type, isWaypoint }).id } : {}),
      ...(call?.source === undefined
        ? {}
        : edgesOf(place(flowOf({ ...call, source: call.source })), call.isGrpc)),
    };
  };
}

const nobody: Party = { cluster: '', namespace: '', workload: '', app: '', version: '' };
const nothing: Addressed = { cluster: '', namespace: '', name: '', host: '' };

function flowOf({
  source,
  destination = nobody,
  addressed = nothing,
  isGrpc,
}: SpanCall & { source: Party }): Flow {
  return { protocol: isGrpc ? 'grpc' : 'http', source, destination, addressed, views: {}, chosen: 'source' };
}

function edgesOf({ source, through, target }: PlacedFlow, isGrpc: boolean) {
  const edge = (from: string, to: string) => `${from}|${to}|${isGrpc ? 'grpc' : 'http'}`;
  const straight = edge(source.id, target.id);
  return {
    edgeId: straight,
    edgeIds:
      through === undefined
        ? [straight]
        : [straight, edge(source.id, through.id), edge(through.id, target.id)],
  };
}
