import type { EdgeProtocol } from '#lib/contract/graph.ts';
import { type GraphQuery, graphTypes } from '#lib/contract/graph-query.ts';
import type { NodeSeed } from '../build/node-seed.ts';
import { flowPlacer, type PlacedFlow } from '../build/placed-flow.ts';
import { reduceToServices } from '../build/reduce-to-services.ts';
import { routeFolding } from '../build/route-folding.ts';
import { whoReports } from '../build/who-reports.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';
import type { Flow } from '../flows/flow.ts';
import { createQualityTally } from '../rows/quality-tally.ts';
import type { NodeId } from './node-id.ts';
import type { SeriesFlow } from './series-rows.ts';
import type { SubjectView } from './series-subject.ts';

/** Where a flow may be drawn, over all types of graph: an id says of itself which it is from. */
type Drawn = {
  sources: ReadonlySet<string>;
  targets: ReadonlySet<string>;
  through: string | undefined;
  /** What operations would be drawn at. */
  owners: readonly NodeSeed[];
  /** The service that the source is asked through, which stands for it in the service graph. */
  sourceService: string | undefined;
  /** The receiver alone counted it, though the caller reports what it sends there: a copy, or a repeated attempt. */
  isUnsent: boolean;
};

type OwnOptions = {
  view: SubjectView;
  protocol: EdgeProtocol | undefined;
  facts: GraphFacts;
  /** How the graph was asked. */
  picture: Pick<GraphQuery, 'type' | 'serviceNodes' | 'foldRoutes'>;
};

/** The flows that the graph would lay over an edge, into a node, or out of one. */
export function ownFlows(
  flows: readonly SeriesFlow[],
  { view, protocol, facts, picture }: OwnOptions,
): SeriesFlow[] {
  const drawn = drawnFlows(
    flows.map(({ flow }) => flow),
    { facts, folds: picture.foldRoutes && !isUnfolded(view, facts) },
  );
  const own = flows.flatMap((one) => {
    const places = drawn.get(one.flow);
    if (places === undefined || (protocol !== undefined && one.flow.protocol !== protocol)) return [];
    const shown = asDrawn(places, { view, picture });
    return isOwn(view, shown, one.flow) ? [{ ...one, places: shown }] : [];
  });
  return [...Map.groupBy(own, (one) => legOf(view, one.places, one.flow)).values()].flatMap((leg) => {
    // What only the receiver counted is an edge's own traffic only where there is no other.
    const sent = leg.filter(({ places }) => !places.isUnsent);
    const isSent = sent.some(({ rows }) => rows.some(({ value }) => value > 0));
    if (isSent || sent.length === leg.length) return sent;
    return view.to === undefined ? [] : leg;
  });
}

/** The edge, of those that a node has, that a flow runs over. */
function legOf({ from, to }: SubjectView, { sources, targets, through }: Drawn, { protocol }: Flow): string {
  if (from !== undefined && to !== undefined) return protocol;
  if (to === undefined) return `${protocol}|${through ?? [...targets].join()}`;
  return `${protocol}|${through === undefined || through === to.id ? [...sources].join() : through}`;
}

/** Without service nodes a service has only what ended there; with all of them nothing passes one by. */
function asDrawn(places: Drawn, { view, picture }: Pick<OwnOptions, 'view' | 'picture'>): Drawn {
  // The service graph is made of services, whatever is asked of the others.
  if (places.through === undefined || view.asksForCallers || picture.type === 'service') return places;
  if (picture.serviceNodes === 'false') return { ...places, through: undefined };
  const isBetweenOthers = view.from !== undefined && view.to !== undefined && view.from.id !== places.through;
  return picture.serviceNodes === 'true' && isBetweenOthers && view.from?.operation === undefined
    ? { ...places, targets: new Set() }
    : places;
}

function isOwn({ from, to }: SubjectView, places: Drawn, flow: Flow): boolean {
  if (from === undefined) return to !== undefined && arrivesAt(to, places, flow);
  if (to === undefined) return places.sources.has(from.id) || places.sourceService === from.id;
  const { sources, targets, through, sourceService } = places;
  if (from.operation !== undefined)
    return isOperationOf(from, places, flow) && (through === to.id || targets.has(to.id));
  if (sources.has(from.id)) return arrivesAt(to, places, flow);
  if (through === from.id && targets.has(to.id)) return true;
  if (sourceService !== from.id) return false;
  return (
    through === to.id || isOperationOf(to, places, flow) || (through === undefined && targets.has(to.id))
  );
}

function arrivesAt(to: NodeId, places: Drawn, flow: Flow): boolean {
  return places.targets.has(to.id) || places.through === to.id || isOperationOf(to, places, flow);
}

function isOperationOf({ operation, cluster, namespace, name }: NodeId, places: Drawn, flow: Flow): boolean {
  if (operation === undefined) return false;
  const isOwned = places.owners.some(
    (owner) =>
      owner.cluster === cluster && (owner.namespace ?? 'unknown') === namespace && owner.name === name,
  );
  const answers = flow.views[flow.chosen]?.responses.values() ?? [];
  return isOwned && [...answers].some((one) => one.operation === operation);
}

/** A Service that folding would draw under another host has an id of its own only in a graph that does not fold. */
function isUnfolded({ from, to }: SubjectView, facts: GraphFacts): boolean {
  const folding = routeFolding(facts.routes, true);
  return [from, to].some(
    (node) => node?.kind === 'service' && folding.hostOf(`${node.namespace}/${node.name}`) !== undefined,
  );
}

function drawnFlows(
  flows: readonly Flow[],
  { facts, folds }: { facts: GraphFacts; folds: boolean },
): ReadonlyMap<Flow, Drawn> {
  const folding = routeFolding(facts.routes, folds);
  const quality = createQualityTally();
  const placedBy = (type: Parameters<typeof flowPlacer>[0]['type']): PlacedFlow[] =>
    flows.map(flowPlacer({ type, facts, folding, quality }));
  const byWorkload = placedBy('workload');
  const pictures = [
    byWorkload,
    ...graphTypes.filter((type) => type !== 'workload' && type !== 'service').map(placedBy),
    placedBy('namespace'),
  ];
  const reports = whoReports(byWorkload, folding);
  const services = new Map(
    reduceToServices(byWorkload, quality).map(({ flow, source }) => [
      flow,
      source.kind === 'service' || source.kind === 'serviceEntry' ? source.id : undefined,
    ]),
  );
  return new Map(
    flows.map((flow, index) => {
      const placed = pictures.flatMap((picture) => picture[index] ?? []);
      return [
        flow,
        {
          sources: new Set(placed.map(({ source }) => source.id)),
          targets: new Set(placed.map(({ target }) => target.id)),
          through: byWorkload[index]?.through?.id,
          owners: placed.map(({ through, target }) => through ?? target),
          sourceService: services.get(flow),
          isUnsent: byWorkload[index] !== undefined && reports.isUnsent(byWorkload[index]),
        },
      ];
    }),
  );
}
