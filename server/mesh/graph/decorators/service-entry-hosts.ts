import type { GraphNode } from '#lib/contract/graph.ts';
import type { DecoratorFacts } from '../decorator.ts';

/** Hosts of the ServiceEntry that a node stands for, as the object names them; none for other nodes. */
export function serviceEntryHosts(
  node: GraphNode,
  { objects, cluster }: Pick<DecoratorFacts, 'objects' | 'cluster'>,
): readonly string[] {
  if (node.kind !== 'serviceEntry' || node.cluster !== cluster) return [];
  const entry = objects.ServiceEntry.find(
    ({ metadata }) => metadata.name === node.name && metadata.namespace === node.namespace,
  );
  return entry?.spec.hosts ?? node.hosts ?? [];
}
