import { restrictedName } from '#lib/restricted-name.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';
import type { Flow } from '../flows/flow.ts';
import type { Party } from '../rows/edge-row.ts';
import type { QualityTally } from '../rows/quality-tally.ts';
import type { NodeSeed } from './node-seed.ts';
import { namespaceNode, type PictureType, partyNode } from './party-node.ts';
import type { RouteFolding } from './route-folding.ts';
import { addressedNode, ownNode } from './service-node.ts';

/** A flow with the nodes it runs between. */
export type PlacedFlow = {
  flow: Flow;
  source: NodeSeed;
  /** The service on the way, where there is one between two workloads. */
  through: NodeSeed | undefined;
  target: NodeSeed;
  /** False where the requests ended at a service or outside: no workload is known to have received them. */
  reachedWorkload: boolean;
};

type PlaceOptions = {
  type: PictureType;
  facts: GraphFacts;
  folding: RouteFolding;
  quality: QualityTally;
};

/** Finds the two ends of a flow, and the service between them. Flows share their ends, and so the nodes of these. */
export function flowPlacer(options: PlaceOptions): (flow: Flow) => PlacedFlow {
  const known = new Map<Party, PlacedParty>();
  const placeParty = (party: Party): PlacedParty => {
    let placed = known.get(party);
    if (placed === undefined) {
      const isWaypoint = options.facts.waypoints.has(`${party.namespace}/${party.workload}`);
      placed = { node: partyNode(party, { type: options.type, isWaypoint }), isWaypoint };
      known.set(party, placed);
    }
    return placed;
  };
  return (flow) => placeFlow(flow, options, placeParty);
}

type PlacedParty = { node: NodeSeed; isWaypoint: boolean };

function placeFlow(flow: Flow, options: PlaceOptions, placeParty: (party: Party) => PlacedParty): PlacedFlow {
  const { type } = options;
  const { node: source, isWaypoint: sourceIsWaypoint } = placeParty(flow.source);
  const own = ownNode(flow);
  const reachedWorkload = flow.destination.workload !== '' || flow.destination.app !== '';
  if (!reachedWorkload) {
    const addressed = own ?? addressedNode(flow, options);
    const target = type === 'namespace' && own === undefined ? namespaceOf(addressed) : addressed;
    return { flow, source, through: undefined, target, reachedWorkload };
  }
  const { node: target, isWaypoint: targetIsWaypoint } = placeParty(flow.destination);
  // All calls to addresses would run through one PassthroughCluster node, a hub that is not there.
  const isDirect =
    type === 'namespace' ||
    flow.addressed.name === '' ||
    own !== undefined ||
    flow.addressed.name === 'InboundPassthroughCluster' ||
    flow.addressed.namespace === restrictedName ||
    sourceIsWaypoint ||
    targetIsWaypoint;
  const through = isDirect ? undefined : addressedNode(flow, options);
  return { flow, source, through, target, reachedWorkload };
}

function namespaceOf(node: NodeSeed): NodeSeed {
  const { kind, cluster, namespace = '' } = node;
  return kind === 'restricted' ? node : namespaceNode({ cluster, namespace });
}
