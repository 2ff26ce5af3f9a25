import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { type ConfigMarker, configMarkerOf } from './config-marker.ts';
import { showsLink } from './link.ts';
import { type LinkContext, type Linker, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';
import { type RouteObjects, routeObjectsOf } from './route-objects.ts';
import { parseSyntheticName, type SyntheticSource } from './synthetic-name.ts';

/**
 * The HTTPRoute, GRPCRoute, TCPRoute or TLSRoute behind a VirtualService that Istio made of it. The VirtualService's
 * name tells only the Gateway or Service; the route's own name is `<namespace>.<route>.<rule>`, or the rule's name where
 * it has one. Source: Istio's conversion of the Gateway API.
 */
export const routeObjectLinks: Linker = (context) => {
  const routes = routeObjectsOf(context.mesh.objects);
  return (origin) => {
    const marker = configMarkerOf(origin.istio);
    const source = marker && parseSyntheticName(marker.name);
    if (marker?.kind !== 'virtual-service' || source === undefined || source.from === 'ingress') return [];
    if (source.from === 'l4route') return [l4Link(source, marker, context)];
    return (
      byPattern(origin, routes) ?? byRuleName(origin, routes, source) ?? byObjectName(source, marker, routes)
    );
  };
};

function byPattern({ routeName = '' }: Origin, routes: RouteObjects): ProxyLink[] | undefined {
  const [, namespace, name = '', rule] = /^([a-z0-9-]+)\.(.+)\.(\d+)$/.exec(routeName) ?? [];
  if (namespace === undefined) return undefined;
  const because = `Its name ${routeName} is namespace, name and rule of the route object.`;
  const found = routes.named(namespace, name);
  const objects: ObjectReference[] = found.length > 0 ? found : [{ kind: 'HTTPRoute', namespace, name }];
  return objects.map((object) =>
    showsLink(object, {
      confidence: 'marker',
      part: `rules[${rule}]`,
      because,
      isMissing: found.length === 0,
    }),
  );
}

function byRuleName(
  { routeName }: Origin,
  routes: RouteObjects,
  source: SyntheticSource,
): ProxyLink[] | undefined {
  if (routeName === undefined || routeName === '') return undefined;
  const found = routes.withRule(routeName, source);
  if (found.length === 0) return undefined;
  return found.map(({ object, part }) =>
    showsLink(object, { confidence: 'name', part, because: `Its name ${routeName} is that of this rule.` }),
  );
}

function byObjectName(
  source: SyntheticSource,
  { namespace }: ConfigMarker,
  routes: RouteObjects,
): ProxyLink[] {
  if (source.from === 'route')
    return routes.named(namespace, source.name).map((object) =>
      showsLink(object, {
        confidence: 'name',
        because: 'The VirtualService that Istio made has the name of this route object.',
      }),
    );
  return routes.attachedTo(source).map((object) =>
    showsLink(object, {
      confidence: 'inferred',
      because: 'It is attached to what the VirtualService that Istio made is named after.',
    }),
  );
}

function l4Link(
  { kind, name, rule }: Extract<SyntheticSource, { from: 'l4route' }>,
  { namespace }: ConfigMarker,
  { index }: LinkContext,
): ProxyLink {
  return showsLink(referenceTo(kind, { namespace, name }), {
    confidence: 'marker',
    part: `rules[${rule}]`,
    because: `Its metadata istio.config names what Istio made of ${kind} ${namespace}/${name}.`,
    isMissing: !index.exists(kind, namespace, name),
  });
}
