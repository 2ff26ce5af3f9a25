import type { Answer } from '#lib/contract/envelope.ts';
import type { Traffic, TrafficQuery } from '#lib/contract/traffic.ts';
import type { TargetKind } from '#lib/target.ts';
import { routeFolding } from '#server/mesh/graph/build/route-folding.ts';
import { factsOfSnapshot } from '#server/mesh/graph/load-facts.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { trafficOf } from './traffic-of.ts';
import { trafficPictures } from './traffic-picture.ts';

/** Every peer of a target, as the graph of its namespace has it. Throws what the graph throws. */
export function loadTraffic(kind: TargetKind) {
  return (query: TrafficQuery, context: LoadContext) => loadPeers(kind, query, context);
}

async function loadPeers(
  kind: TargetKind,
  query: TrafficQuery,
  context: LoadContext,
): Promise<Answer<Traffic>> {
  const { namespace, name } = query;
  const home = await readHome(context);
  const cluster = query.cluster ?? home.cluster;
  const picture = {
    ...trafficPictures[kind],
    namespaces: [namespace],
    // A Service that only stands behind a route has a node of its own only where routes are not folded.
    foldRoutes: !(kind === 'service' && home.isFolded(`${namespace}/${name}`)),
  };
  const { data: graph, warnings } = await loadGraph(
    {
      ...picture,
      range: query.range,
      at: query.at,
      idle: true,
      operations: false,
      include: ['latency'],
      tcp: 'total',
      focus: undefined,
      depth: 1,
    },
    context,
  );
  const kinds = kind === 'service' ? ['service', 'serviceEntry'] : [kind];
  const nodeIds = kinds.map((one) => `${one}:${cluster}/${namespace}/${name}`);
  const { inbound, outbound } = trafficOf(graph, nodeIds);
  const isShown = ({ edge }: (typeof inbound)[number]) => query.idle || edge.isIdle !== true;
  const node = graph.nodes.find(({ id }) => nodeIds.includes(id));
  return {
    data: {
      window: graph.window,
      ...(node === undefined ? {} : { node }),
      inbound: inbound.filter(isShown),
      outbound: outbound.filter(isShown),
      quality: graph.quality,
      picture: {
        namespaces: namespace,
        type: picture.type,
        serviceNodes: picture.serviceNodes,
        foldRoutes: String(picture.foldRoutes),
      },
    },
    warnings,
  };
}

/** What objects say about the picture. Where they cannot be read, the graph itself says so in a warning. */
async function readHome({ sources, signal }: LoadContext) {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const folding = routeFolding(factsOfSnapshot(snapshot, sources).routes, true);
    return { cluster: snapshot.cluster, isFolded: (key: string) => folding.hostOf(key) !== undefined };
  } catch {
    return { cluster: 'Kubernetes', isFolded: () => false };
  }
}
