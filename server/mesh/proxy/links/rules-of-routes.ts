import type { ObjectOf } from '#lib/objects/kinds.ts';
import { configMarkerOf } from './config-marker.ts';
import { type ExpectedRoute, expectedRoutes } from './expected-routes.ts';
import type { LinkContext } from './linker.ts';
import type { Origin } from './origin.ts';
import { likenessOf } from './route-likeness.ts';

/** The rule of a VirtualService that a route was made from. */
export type FoundRule = {
  part: string;
  delegate?: { object: ObjectOf<'VirtualService'>; part: string } | undefined;
  /** How it was told from the others, the end of a sentence. */
  because: string;
};

/**
 * For each route (in its place among the origins) the rule it was made from. Routes of a virtual host stand in the order
 * of the rules, each match of a rule being one route, so that rules are looked for from where the last one was found: by
 * name first, then by path, headers and destinations. Rules that this proxy does not get are passed over.
 */
export function rulesOfRoutes(origins: readonly Origin[], { index }: LinkContext): (FoundRule | undefined)[] {
  const expected = new Map<string, ExpectedRoute[]>();
  const reached = new Map<string, number>();
  return origins.map((origin) => {
    const marker = configMarkerOf(origin.istio);
    if (marker?.kind !== 'virtual-service') return undefined;
    const key = `${marker.namespace}/${marker.name}`;
    const object = index.virtualService(marker.namespace, marker.name);
    if (object === undefined) return undefined;
    const routes = expected.get(key) ?? expectedRoutes(object, index);
    expected.set(key, routes);
    const host = `${key} ${origin.routeConfig} ${origin.virtualHost}`;
    const from = reached.get(host) ?? 0;
    const place = mostAlike(origin, routes, from);
    if (place === undefined) return undefined;
    reached.set(host, place + 1);
    const found = routes[place];
    return found && { part: found.part, delegate: found.delegate, because: becauseOf(origin, found) };
  });
}

/** The first of the most alike from a place on; where none is alike there, of all. */
function mostAlike(origin: Origin, routes: readonly ExpectedRoute[], from: number): number | undefined {
  let best: { place: number; likeness: number } | undefined;
  for (const [place, route] of routes.entries()) {
    const likeness = likenessOf(origin, route);
    if (likeness === undefined) continue;
    // Order decides among those that look the same.
    const inOrder = likeness * 2 + (place >= from ? 1 : 0);
    if (best === undefined || inOrder > best.likeness) best = { place, likeness: inOrder };
  }
  return best?.place;
}

function becauseOf({ routeName }: Origin, { names, part }: ExpectedRoute): string {
  const isNamed = routeName !== undefined && names.includes(routeName) && routeName !== 'default';
  return isNamed
    ? `its name ${routeName} is that of rule ${part}`
    : `its order, match and destinations are those of rule ${part}`;
}
