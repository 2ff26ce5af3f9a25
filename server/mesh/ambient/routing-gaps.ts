import type { Layer7Gap } from '#lib/contract/ambient.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { namespaceMode } from '#server/mesh/inventory/namespace-injection.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { waypointUseOf } from './waypoint-use.ts';

type Service = MeshObjects['Service'][number];
type Routing = { reference: ObjectReference; hosts: string[]; text: string };

/**
 * VirtualServices, DestinationRules and routes on Services in ambient namespaces that use no waypoint: callers there have
 * no proxy for HTTP, so nobody follows them. Gateways and callers with a sidecar still do, which the sentence says.
 */
export function routingGaps(objects: MeshObjects): Layer7Gap[] {
  const bare = servicesWithoutWaypoint(objects);
  if (bare.size === 0) return [];
  return routings(objects).flatMap(({ reference, hosts, text }): Layer7Gap[] => {
    const concerned = hosts.flatMap((host) => bare.get(fullHost(host, reference.namespace) ?? '') ?? []);
    if (concerned.length === 0) return [];
    const affected = concerned.map(
      ({ metadata }): ObjectReference => ({
        kind: 'Service',
        namespace: metadata.namespace ?? '',
        name: metadata.name,
      }),
    );
    const names = affected.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
    return [
      {
        object: reference,
        why: {
          text: `${text} ${names} ${affected.length === 1 ? 'uses' : 'use'} no waypoint: ambient callers do not follow this; gateways and callers with a sidecar do.`,
          fix: `Give ${names} the label istio.io/use-waypoint with the name of a waypoint for Services.`,
          evidence: [
            { kind: 'object', text: `Service ${names}: no waypoint by its own label or its namespace's` },
          ],
        },
        affected,
      },
    ];
  });
}

function servicesWithoutWaypoint(objects: MeshObjects): Map<string, Service[]> {
  const ambient = new Set(
    objects.Namespace.filter((namespace) => namespaceMode(namespace) === 'ambient').map(
      ({ metadata }) => metadata.name,
    ),
  );
  const bare = objects.Service.filter((service) => {
    if (!ambient.has(service.metadata.namespace ?? '')) return false;
    const use = waypointUseOf({ ...service, kind: 'Service' }, objects, 'service');
    return use === undefined || use.problem !== undefined;
  });
  return Map.groupBy(bare, ({ metadata }) => `${metadata.name}.${metadata.namespace}`);
}

function routings(objects: MeshObjects): Routing[] {
  return [
    ...objects.VirtualService.filter(({ spec }) => isForMesh(spec.gateways ?? [])).map(
      ({ metadata, spec }) => ({
        reference: reference('VirtualService', metadata),
        hosts: spec.hosts ?? [],
        text: 'A VirtualService needs a proxy for HTTP at the caller or a waypoint.',
      }),
    ),
    ...objects.DestinationRule.filter(({ spec }) => hasLayer7(spec)).map(({ metadata, spec }) => ({
      reference: reference('DestinationRule', metadata),
      hosts: [spec.host],
      text: 'Subsets, load balancing and outlier detection need a proxy for HTTP at the caller or a waypoint.',
    })),
    ...(['HTTPRoute', 'GRPCRoute'] as const).flatMap((kind) =>
      objects[kind].map(({ metadata, spec }) => ({
        reference: reference(kind, metadata),
        hosts: spec.parentRefs
          .filter((parent) => parent.kind === 'Service')
          .map((parent) => `${parent.name}.${parent.namespace ?? metadata.namespace}.svc`),
        text: `A ${kind} on a Service needs a proxy for HTTP at the caller or a waypoint.`,
      })),
    ),
  ];
}

function isForMesh(gateways: readonly string[]): boolean {
  return gateways.length === 0 || gateways.includes('mesh');
}

/** TLS settings alone are for the caller's side, which ztunnel has its own way with. */
function hasLayer7(spec: MeshObjects['DestinationRule'][number]['spec']): boolean {
  const settings = textKeys(spec.trafficPolicy);
  return (spec.subsets ?? []).length > 0 || settings.some((key) => key !== 'tls');
}

function textKeys(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function reference(
  kind: string,
  metadata: { namespace?: string | undefined; name: string },
): ObjectReference {
  return { kind, namespace: metadata.namespace ?? '', name: metadata.name };
}

/**
 * `reviews` and `reviews.bookinfo.svc.cluster.local` as `reviews.bookinfo`. Istio adds the namespace to names without a dot
 * only; another name with one is somebody else's.
 */
function fullHost(host: string, namespace: string): string | undefined {
  const [, inMesh] = /^([^.]+\.[^.]+)\.svc(?:\.|$)/.exec(host) ?? [];
  return inMesh ?? (host.includes('.') ? undefined : `${host}.${namespace}`);
}
