import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { RouteRule } from './route-rule.ts';

type VirtualService = ObjectOf<'VirtualService'>;
type HttpRoute = VirtualService['spec']['http'][number];
type Destinations = NonNullable<HttpRoute['route']>;

/**
 * Rules of a VirtualService that apply in the mesh, or at gateways. A delegate's rules stand in place of the rule that
 * names it; a delegate that does not exist leaves nothing.
 */
export function virtualServiceRules(
  virtualService: VirtualService,
  { objects, at }: { objects: MeshObjects; at: 'mesh' | 'gateways' },
): RouteRule[] {
  const { http, tls, tcp } = virtualService.spec;
  const applying = http.map((route, index) => ({ route, index })).filter(({ route }) => appliesAt(route, at));
  return [
    ...applying.flatMap(({ route, index }) =>
      route.delegate === undefined
        ? [httpRule(virtualService, route, index)]
        : delegatesOf(virtualService, route.delegate, objects).flatMap((delegate) =>
            delegate.spec.http.map((delegated, place) => httpRule(delegate, delegated, place)),
          ),
    ),
    ...tls.map(({ route = [] }, index) => l4Rule(virtualService, route, `spec.tls[${index}]`)),
    ...tcp.map(({ route = [] }, index) => l4Rule(virtualService, route, `spec.tcp[${index}]`)),
  ];
}

/** A rule whose matches all name gateways is for those alone. */
function appliesAt({ match = [] }: HttpRoute, at: 'mesh' | 'gateways'): boolean {
  const isHere = (gateway: string) => (gateway === 'mesh') === (at === 'mesh');
  return match.length === 0 || match.some(({ gateways }) => gateways === undefined || gateways.some(isHere));
}

function delegatesOf(
  { metadata }: VirtualService,
  delegate: NonNullable<HttpRoute['delegate']>,
  objects: MeshObjects,
): VirtualService[] {
  const namespace = delegate.namespace ?? metadata.namespace;
  return objects.VirtualService.filter(
    (other) => other.metadata.name === delegate.name && other.metadata.namespace === namespace,
  );
}

function httpRule(virtualService: VirtualService, route: HttpRoute, index: number): RouteRule {
  const path = `spec.http[${index}]`;
  const abort = route.fault?.abort;
  const delay = route.fault?.delay;
  const mirrors = [
    ...(route.mirror === undefined
      ? []
      : [{ destination: route.mirror, percentage: route.mirrorPercentage }]),
    ...(route.mirrors ?? []),
  ];
  return {
    ...l4Rule(virtualService, route.route ?? [], path),
    scope: virtualService.spec.http.length > 1 ? ` of rule ${route.name ?? path}` : '',
    // A fault without a percentage hits nobody, a mirror without one gets everything.
    fault: {
      ...(abort === undefined
        ? {}
        : { abort: { percent: abort.percentage?.value ?? 0, answer: answerOf(abort) } }),
      ...(delay === undefined
        ? {}
        : {
            delay: { percent: delay.percentage?.value ?? 0, duration: delay.fixedDelay ?? 'an unknown time' },
          }),
    },
    ...(isTimeout(route.timeout) ? { timeout: route.timeout } : {}),
    ...(route.retries?.attempts === undefined ? {} : { retryAttempts: route.retries.attempts }),
    mirrors: mirrors.map(({ destination, percentage }) => ({
      name: destinationName(destination),
      percent: percentage?.value ?? 100,
    })),
  };
}

function answerOf({ httpStatus, grpcStatus }: NonNullable<NonNullable<HttpRoute['fault']>['abort']>): string {
  return grpcStatus === undefined ? `${httpStatus ?? 'an error'}` : `gRPC status ${grpcStatus}`;
}

function l4Rule({ metadata }: VirtualService, route: Destinations, path: string): RouteRule {
  const isOneHost = new Set(route.map(({ destination }) => destination.host)).size === 1;
  return {
    object: { kind: 'VirtualService', namespace: metadata.namespace ?? '', name: metadata.name },
    path,
    scope: '',
    destinations: route
      // Only a single destination may leave its weight out: among several, none means that it gets nothing.
      .map(({ destination, weight = route.length === 1 ? 100 : 0 }) => ({
        name:
          isOneHost && destination.subset !== undefined ? destination.subset : destinationName(destination),
        weight,
      }))
      .filter(({ weight }) => weight > 0),
    mirrors: [],
  };
}

function destinationName({ host, subset }: { host: string; subset?: string }): string {
  const name = /^([^.]+)\.[^.]+\.svc(\.|$)/.exec(host)?.[1] ?? host;
  return subset === undefined ? name : `${name} ${subset}`;
}

/** `0s` switches the timeout off. */
export function isTimeout(text: string | undefined): text is string {
  return text !== undefined && Number.parseFloat(text) > 0;
}
