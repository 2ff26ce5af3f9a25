import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

const specSchema = z.looseObject({
  parentRefs: z
    .array(z.looseObject({ kind: z.string().optional(), namespace: z.string().optional(), name: z.string() }))
    .default([]),
});

/** What a route of the Gateway API is attached to; undefined where there is no such route. */
export function parentsOf(
  { kind, namespace, name }: ObjectReference,
  objects: MeshObjects,
): { gateways: ObjectReference[]; hasServices: boolean } | undefined {
  const routes = [
    ...(kind === 'HTTPRoute' ? objects.HTTPRoute : []),
    ...(kind === 'GRPCRoute' ? objects.GRPCRoute : []),
    ...(kind === 'TCPRoute' ? objects.TCPRoute : []),
    ...(kind === 'TLSRoute' ? objects.TLSRoute : []),
  ];
  const route = routes.find(
    ({ metadata }) => metadata.name === name && (metadata.namespace ?? '') === namespace,
  );
  if (route === undefined) return undefined;
  const parents = specSchema.safeParse(route.spec).data?.parentRefs ?? [];
  const gateways = parents.filter((parent) => (parent.kind ?? 'Gateway') === 'Gateway');
  return {
    gateways: gateways.map((parent) => ({
      kind: 'Gateway',
      namespace: parent.namespace ?? namespace,
      name: parent.name,
    })),
    hasServices: gateways.length < parents.length,
  };
}
