import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { referenceTo } from './linker.ts';
import type { SyntheticSource } from './synthetic-name.ts';

/** HTTPRoutes and GRPCRoutes, by what Envoy knows of them; made once for each snapshot. */
export type RouteObjects = {
  named(namespace: string, name: string): ObjectReference[];
  /** Those with a rule of that name, of those that are attached to the Gateway or Service only where some are. */
  withRule(name: string, source: SyntheticSource): { object: ObjectReference; part: string }[];
  attachedTo(source: SyntheticSource): ObjectReference[];
};

type Route = { object: ObjectReference; route: ObjectOf<'HTTPRoute'> };
type NamedRule = Route & { ruleName: string | undefined; part: string };

const kept = new WeakMap<MeshObjects, RouteObjects>();

export function routeObjectsOf(objects: MeshObjects): RouteObjects {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const made = makeRouteObjects(objects);
  kept.set(objects, made);
  return made;
}

function makeRouteObjects(objects: MeshObjects): RouteObjects {
  const routes = (['HTTPRoute', 'GRPCRoute'] as const).flatMap((kind) =>
    objects[kind].map((route): Route => ({ object: referenceTo(kind, route.metadata), route })),
  );
  const byName = Map.groupBy(routes, ({ object }) => `${object.namespace}/${object.name}`);
  const rules = routes.flatMap((one) =>
    one.route.spec.rules.map(
      (rule, place): NamedRule => ({
        ...one,
        ruleName: rule.name,
        part: `rules[${place}]`,
      }),
    ),
  );
  const byRule = Map.groupBy(rules, ({ ruleName }) => ruleName);
  return {
    named: (namespace, name) => (byName.get(`${namespace}/${name}`) ?? []).map(({ object }) => object),
    withRule(name, source) {
      const all = byRule.get(name) ?? [];
      const attached = all.filter((one) => isAttached(one, source));
      return (attached.length > 0 ? attached : all).map(({ object, part }) => ({ object, part }));
    },
    attachedTo: (source) => routes.filter((one) => isAttached(one, source)).map(({ object }) => object),
  };
}

function isAttached({ object, route }: Route, source: SyntheticSource): boolean {
  return route.spec.parentRefs.some(({ kind = 'Gateway', name, namespace = object.namespace }) => {
    if (source.from === 'gateway')
      return kind === 'Gateway' && name === source.gateway && namespace === source.namespace;
    return source.from === 'service' && kind !== 'Gateway' && source.host.startsWith(`${name}.${namespace}.`);
  });
}
