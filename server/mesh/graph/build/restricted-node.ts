import { type NodeSeed, orUnknown } from './node-seed.ts';

/** All that stands in namespaces which the user may not see, as one node of a cluster. */
export function restrictedNode(cluster: string): NodeSeed {
  const where = orUnknown(cluster);
  return { id: `restricted:${where}`, kind: 'restricted', cluster: where, name: 'restricted' };
}
