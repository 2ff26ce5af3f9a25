import { z } from 'zod';
import { nodeKinds } from '#lib/contract/graph.ts';

const kindSchema = z.enum(nodeKinds);

/** A node id `<kind>:<cluster>/<path…>`, taken apart. Of an operation the last part is its name, slashes and all. */
export type NodeId = {
  id: string;
  kind: z.output<typeof kindSchema>;
  cluster: string;
  /** Namespace, or of an operation that of its owner; empty for nodes that stand in none. */
  namespace: string;
  /** Name, or of an operation that of its owner; empty where the cluster says it all. */
  name: string;
  /** Version and workload of an application, as far as the id has them. */
  rest: readonly string[];
  operation: string | undefined;
};

type Shape = { fewestParts: number; mostParts: number };

const named: Shape = { fewestParts: 2, mostParts: 2 };
const clusterOnly: Shape = { fewestParts: 0, mostParts: 0 };
const shapeByKind: Readonly<Record<NodeId['kind'], Shape>> = {
  workload: named,
  application: { fewestParts: 2, mostParts: 4 },
  service: named,
  serviceEntry: named,
  operation: { fewestParts: 3, mostParts: Number.POSITIVE_INFINITY },
  unknown: clusterOnly,
  passthrough: clusterOnly,
  blackHole: clusterOnly,
  restricted: clusterOnly,
  namespace: { fewestParts: 1, mostParts: 1 },
};

/** Reads an id of a node of /api/graph; undefined for what cannot be one. */
export function readNodeId(id: string): NodeId | undefined {
  const colon = id.indexOf(':');
  const kind = kindSchema.safeParse(id.slice(0, Math.max(0, colon)));
  if (!kind.success) return undefined;
  const [cluster = '', ...path] = id.slice(colon + 1).split('/');
  const { fewestParts, mostParts } = shapeByKind[kind.data];
  const isOperation = kind.data === 'operation';
  const needed = isOperation ? path.slice(0, 2) : path;
  if (path.length < fewestParts || path.length > mostParts) return undefined;
  if (cluster === '' || needed.includes('')) return undefined;
  const [namespace = '', name = '', ...rest] = path;
  return {
    id,
    kind: kind.data,
    cluster,
    namespace,
    name,
    rest: isOperation ? [] : rest,
    operation: isOperation ? rest.join('/') : undefined,
  };
}

/** Reads `<source>|<target>|<protocol>`; the name of an operation may hold the separator, too. */
export function readEdgeEnds(edge: string): { source: NodeId; target: NodeId; protocol: string } | undefined {
  const parts = edge.split('|');
  const protocol = parts.pop() ?? '';
  for (let end = 1; end < parts.length; end += 1) {
    const source = readNodeId(parts.slice(0, end).join('|'));
    const target = readNodeId(parts.slice(end).join('|'));
    if (source !== undefined && target !== undefined) return { source, target, protocol };
  }
  return undefined;
}
