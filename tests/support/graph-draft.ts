import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { DecoratorFacts } from '#server/mesh/graph/decorator.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';

const cluster = 'Kubernetes';

type Extra = Partial<Omit<GraphNode, 'id' | 'kind'>>;

/** Nodes as the builder makes them, with little to say. */
export const draftNode = {
  workload: (namespace: string, name: string, extra: Extra = {}): GraphNode => ({
    labels: {},
    badges: [],
    health: { status: 'unknown', reasons: [] },
    id: `workload:${cluster}/${namespace}/${name}`,
    kind: 'workload',
    cluster,
    namespace,
    name,
    workload: name,
    ...extra,
  }),
  application: (namespace: string, app: string, extra: Extra = {}): GraphNode => ({
    ...draftNode.workload(namespace, app),
    workload: undefined,
    id: `application:${cluster}/${namespace}/${app}`,
    kind: 'application',
    app,
    ...extra,
  }),
  service: (namespace: string, name: string, extra: Extra = {}): GraphNode => ({
    ...draftNode.workload(namespace, name),
    workload: undefined,
    id: `service:${cluster}/${namespace}/${name}`,
    kind: 'service',
    service: name,
    ...extra,
  }),
  serviceEntry: (namespace: string, name: string, extra: Extra = {}): GraphNode => ({
    ...draftNode.service(namespace, name),
    id: `serviceEntry:${cluster}/${namespace}/${name}`,
    kind: 'serviceEntry',
    ...extra,
  }),
  own: (kind: 'unknown' | 'passthrough' | 'blackHole', extra: Extra = {}): GraphNode => ({
    ...draftNode.workload('', kind),
    namespace: undefined,
    workload: undefined,
    id: `${kind}:${cluster}`,
    kind,
    ...extra,
  }),
};

export function draftEdge(
  source: GraphNode,
  target: GraphNode,
  extra: Partial<Omit<GraphEdge, 'id' | 'source' | 'target'>> = {},
): GraphEdge {
  const protocol = extra.protocol ?? 'http';
  return {
    id: `${source.id}|${target.id}|${protocol}`,
    source: source.id,
    target: target.id,
    protocol,
    health: { status: 'unknown', reasons: [] },
    ...extra,
  };
}

export function draftOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): GraphDraft {
  return { nodes, edges, boxes: [] };
}

export function factsOf(snapshot: ObjectsSnapshot, extra: Partial<DecoratorFacts> = {}): DecoratorFacts {
  return {
    objects: snapshot.objects,
    objectsKnown: true,
    cluster: snapshot.cluster,
    rootNamespace: snapshot.rootNamespace,
    namespaces: '*',
    nowSeconds: 1_795_226_520,
    windowSeconds: 600,
    ...extra,
  };
}
