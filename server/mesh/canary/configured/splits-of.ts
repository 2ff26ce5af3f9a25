import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { workloadsOfGateway } from '#server/mesh/routing/in-force.ts';
import type { Split } from '../split.ts';
import { affinityOf } from './affinity-of.ts';
import type { Mesh } from './behind-destination.ts';
import type { ConfiguredRoute, ConfiguredRule } from './configured-route.ts';
import { gatewayApiRoutes } from './gateway-api-routes.ts';
import { mirrorsOf } from './mirrors-of.ts';
import { pinsOf } from './pins-of.ts';
import { problemsOf } from './problems/problems-of.ts';
import { type RoutesByPlace, routesByPlace } from './problems/routes-by-place.ts';
import { routeIds } from './route-ids.ts';
import { ruleCallers } from './rule-callers.ts';
import { versionsOf } from './versions-of.ts';
import { virtualServiceRoutes } from './virtual-service-routes.ts';

const kept = new WeakMap<MeshObjects, readonly Split[]>();

/**
 * Every rule with two or more destinations, of VirtualServices with their delegates, HTTPRoutes and GRPCRoutes; made once
 * for each snapshot. Rules for callers of certain labels are pins of theirs and no splits.
 */
export function splitsOf(objects: MeshObjects, rootNamespace: string): readonly Split[] {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const routes = [...virtualServiceRoutes(objects), ...gatewayApiRoutes(objects)];
  const found = routes.flatMap((route) =>
    route.rules.filter(isSplit).flatMap((rule) => {
      const callers = ruleCallers(rule, route);
      return callers === undefined ? [] : [{ route, rule, callers }];
    }),
  );
  const ids = idsOf(found.map(({ rule }) => rule));
  const byPlace = routesByPlace(routes);
  const mesh = { objects, rootNamespace };
  const splits = found.map(({ rule, ...more }) =>
    splitOf(rule, { ...more, id: ids.get(rule) ?? '', mesh, byPlace }),
  );
  kept.set(objects, splits);
  return splits;
}

/** Two destinations that are the same count: the rule asks for a split that it does not make. */
function isSplit({ destinations }: ConfiguredRule): boolean {
  return destinations.reduce((count, { written }) => count + written.length, 0) > 1;
}

function idsOf(rules: readonly ConfiguredRule[]): ReadonlyMap<ConfiguredRule, string> {
  const byObject = Map.groupBy(
    rules,
    ({ object: { kind, namespace, name } }) => `${kind} ${namespace}/${name}`,
  );
  return new Map(
    [...byObject.values()].flatMap((own) => {
      const ids = routeIds(own);
      return own.map((rule, place): [ConfiguredRule, string] => [rule, ids[place] ?? '']);
    }),
  );
}

type Around = {
  route: ConfiguredRoute;
  callers: Split['callers'];
  id: string;
  mesh: Mesh;
  byPlace: RoutesByPlace;
};

function splitOf(rule: ConfiguredRule, { route, callers, id, mesh, byPlace }: Around): Split {
  const drafts = versionsOf(rule, mesh);
  const versions = drafts.map(({ version }) => version);
  const affinity = affinityOf(rule, versions, mesh);
  const isIstio = route.object.kind === 'VirtualService';
  return {
    object: rule.object,
    root: route.object,
    route: id,
    path: rule.path,
    protocol: rule.protocol,
    routeName: rule.routeName,
    isMesh: rule.isMesh,
    gatewayWorkloads: [
      ...new Set(
        rule.gateways.flatMap((gateway) => workloadsOfGateway(gateway, { objects: mesh.objects, isIstio })),
      ),
    ],
    gateways: rule.gateways,
    callers,
    hosts: route.hosts,
    services: route.services,
    matches: rule.matches,
    versions,
    pins: pinsOf(rule, { route, versions, mesh }),
    mirrors: mirrorsOf(route, versions, mesh),
    ...(rule.retryAttempts === undefined ? {} : { retryAttempts: rule.retryAttempts }),
    ...(affinity === undefined ? {} : { affinity }),
    problems: problemsOf({ rule, route, drafts, byPlace, mesh }),
  };
}
