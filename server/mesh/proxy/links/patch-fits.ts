import { parseClusterName } from './cluster-name.ts';
import type { Patch } from './envoy-filter-patches.ts';
import type { LinkContext } from './linker.ts';
import type { LinkableSection } from './links-of.ts';
import type { Origin } from './origin.ts';
import { isOwnPort } from './own-items.ts';

/** The section that each `applyTo` changes. Source: Istio's reference of EnvoyFilter. */
const sections: Record<string, LinkableSection> = {
  LISTENER: 'listeners',
  LISTENER_FILTER: 'listeners',
  FILTER_CHAIN: 'listeners',
  NETWORK_FILTER: 'listeners',
  HTTP_FILTER: 'listeners',
  ROUTE_CONFIGURATION: 'routes',
  VIRTUAL_HOST: 'routes',
  HTTP_ROUTE: 'routes',
  CLUSTER: 'clusters',
  EXTENSION_CONFIG: 'ecds',
  BOOTSTRAP: 'bootstrap',
};

/** Whether a patch of an EnvoyFilter that holds for the pod is put into an item, as far as its match can be followed. */
export function patchFits(patch: Patch, origin: Origin, { section, proxy }: LinkContext): boolean {
  if (sections[patch.applyTo ?? ''] !== section || isEnvoysOwn(origin, section)) return false;
  const { context } = patch.match;
  if (context !== 'ANY' && section !== 'bootstrap' && context !== contextOf(origin, proxy?.type))
    return false;
  return fits[section]?.(patch, origin) ?? true;
}

const fits: Partial<Record<LinkableSection, (patch: Patch, origin: Origin) => boolean>> = {
  listeners: fitsListener,
  routes: ({ match: { routeConfiguration } }, { routeConfig = '', virtualHost, routeName }) =>
    (routeConfiguration?.name === undefined || routeConfiguration.name === routeConfig) &&
    (routeConfiguration?.portNumber === undefined ||
      new RegExp(`(^|[^0-9])${routeConfiguration.portNumber}([^0-9]|$)`).test(routeConfig)) &&
    isOr(routeConfiguration?.vhost?.name, virtualHost) &&
    isOr(routeConfiguration?.vhost?.route?.name, routeName),
  clusters: ({ match: { cluster } }, { clusters = [] }) => {
    const name = parseClusterName(clusters[0] ?? '');
    return (
      isOr(cluster?.name, clusters[0]) &&
      isOr(cluster?.portNumber, name?.port) &&
      isOr(cluster?.subset, name?.subset) &&
      isOr(cluster?.service, name?.host)
    );
  },
};

function fitsListener({ applyTo, match: { listener } }: Patch, origin: Origin): boolean {
  const { filterChain } = listener ?? {};
  const filters = origin.filters ?? [];
  const wanted = [filterChain?.filter?.name, filterChain?.filter?.subFilter?.name];
  const port = Number(/_(\d+)$/.exec(origin.chain ?? '')?.[1] ?? /:(\d+)$/.exec(origin.address ?? '')?.[1]);
  return (
    (applyTo !== 'HTTP_FILTER' || filters.some((name) => name.endsWith('http_connection_manager'))) &&
    isOr(listener?.name, origin.listener) &&
    isOr(listener?.portNumber, port) &&
    isOr(filterChain?.name, origin.chain) &&
    (filterChain?.sni === undefined || origin.serverNames?.includes(filterChain.sni) === true) &&
    wanted.every((name) => name === undefined || filters.includes(name))
  );
}

/** A condition that is not set holds. */
function isOr<Value>(wanted: Value | undefined, found: Value | undefined): boolean {
  return wanted === undefined || wanted === found;
}

function contextOf(origin: Origin, type: string | undefined): string {
  if (type === 'gateway') return 'GATEWAY';
  const { listener, direction, routeConfig = '', clusters = [] } = origin;
  const isInbound =
    direction?.toUpperCase() === 'INBOUND' ||
    listener === 'virtualInbound' ||
    /^(inbound\||InboundPassthrough)/.test(routeConfig) ||
    clusters.some((name) => /^(inbound\||InboundPassthrough)/.test(name));
  return isInbound ? 'SIDECAR_INBOUND' : 'SIDECAR_OUTBOUND';
}

/** Static items are not Istio's to patch, apart from the bootstrap. */
function isEnvoysOwn(origin: Origin, section: LinkableSection): boolean {
  if (section === 'listeners') return isOwnPort(origin, 15021, 15090);
  const name = origin.clusters?.[0] ?? '';
  return section === 'clusters' && !/^((in|out)bound(-vip)?[|_]|.*(Passthrough|BlackHole))/.test(name);
}
