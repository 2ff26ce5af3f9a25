import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { parseClusterName } from './cluster-name.ts';
import { configMarkerOf } from './config-marker.ts';
import { appliesLink, showsLink } from './link.ts';
import { type LinkContext, type Linker, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';
import { remembered } from './remembered.ts';
import { importOf, namespacesOfHost } from './sidecar-imports.ts';

/**
 * The Sidecar behind an item: the one that a chain of its ingress is marked with, and the one in force for what goes out,
 * which lets in hosts without leaving a mark. Source: Istio's reference of Sidecar.
 */
export const sidecarLinks: Linker = (context) => {
  const { proxy } = context;
  const sidecar = proxy?.sidecar;
  const appliesTo = sidecar === undefined ? undefined : linksInForce(sidecar, context);
  return (origin) => markedSidecar(origin, context) ?? appliesTo?.(origin) ?? [];
};

function markedSidecar({ istio }: Origin, { index }: LinkContext): ProxyLink[] | undefined {
  const marker = configMarkerOf(istio);
  if (marker?.kind !== 'sidecar') return undefined;
  const { namespace, name } = marker;
  const because = `Its metadata istio.config names Sidecar ${namespace}/${name}.`;
  const isMissing = !index.exists('Sidecar', namespace, name);
  return [showsLink({ kind: 'Sidecar', namespace, name }, { confidence: 'marker', because, isMissing })];
}

function linksInForce(sidecar: ObjectOf<'Sidecar'>, { proxy, index }: LinkContext) {
  const object = referenceTo('Sidecar', sidecar.metadata);
  const ofHost = remembered((host) => {
    const hostInPlace = { host, namespaces: namespacesOfHost(host, index) };
    const part = importOf(sidecar, hostInPlace, proxy?.namespace ?? '');
    if (part === undefined || part === 'everything') return [];
    const because = `The Sidecar in force for the pod lets in ${host}; hosts that it leaves out are not there.`;
    return [appliesLink(object, { confidence: 'inferred', part, because })];
  });
  const toUnknown =
    sidecar.spec.outboundTrafficPolicy === undefined
      ? []
      : [
          appliesLink(object, {
            confidence: 'inferred',
            part: 'outboundTrafficPolicy',
            because: 'What goes to unknown hosts is decided by its outboundTrafficPolicy.',
          }),
        ];
  return (origin: Origin): ProxyLink[] => {
    const host = hostOf(origin);
    if (host !== undefined) return ofHost(host);
    return isCatchAll(origin) ? toUnknown : [];
  };
}

/** The host outside the pod that an item is about. */
function hostOf({ clusters = [], virtualHost = '', routeConfig = '' }: Origin): string | undefined {
  const [, named] = /^([^|]+):\d+$/.exec(virtualHost) ?? /^([^|]+):\d+$/.exec(routeConfig) ?? [];
  if (named !== undefined) return named;
  for (const name of clusters) {
    const cluster = parseClusterName(name);
    if (cluster?.direction === 'outbound') return cluster.host;
  }
  return undefined;
}

const catchAlls = new Set(['PassthroughCluster', 'BlackHoleCluster', 'AllowAnyDynamicDNSCluster']);

function isCatchAll({ clusters = [], virtualHost }: Origin): boolean {
  return virtualHost === 'block_all' || clusters.some((name) => catchAlls.has(name));
}
