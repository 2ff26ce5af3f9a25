import { parseClusterName } from './cluster-name.ts';
import { configMarkerOf } from './config-marker.ts';
import { appliesLink, showsLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';
import { importOf, namespacesOfHost } from './sidecar-imports.ts';

/**
 * The Sidecar behind an item: the one that a chain of its ingress is marked with, and the one in force for what goes out,
 * which lets in hosts without leaving a mark. Source: Istio's reference of Sidecar.
 */
export const sidecarLinks: Linker =
  ({ proxy, index }) =>
  (origin) => {
    const marker = configMarkerOf(origin.istio);
    if (marker?.kind === 'sidecar') {
      const { namespace, name } = marker;
      return [
        showsLink(
          { kind: 'Sidecar', namespace, name },
          {
            confidence: 'marker',
            because: `Its metadata istio.config names Sidecar ${namespace}/${name}.`,
            isMissing: !index.exists('Sidecar', namespace, name),
          },
        ),
      ];
    }
    const sidecar = proxy?.sidecar;
    if (sidecar === undefined || proxy === undefined) return [];
    const object = referenceTo('Sidecar', sidecar.metadata);
    const host = hostOf(origin);
    if (host === undefined) {
      if (!isCatchAll(origin) || sidecar.spec.outboundTrafficPolicy === undefined) return [];
      const because = 'What goes to unknown hosts is decided by its outboundTrafficPolicy.';
      return [appliesLink(object, { confidence: 'inferred', part: 'outboundTrafficPolicy', because })];
    }
    const hostInPlace = { host, namespaces: namespacesOfHost(host, index) };
    const part = importOf(sidecar, hostInPlace, proxy.namespace);
    if (part === undefined || part === 'everything') return [];
    const because = `The Sidecar in force for the pod lets in ${host}; hosts that it leaves out are not there.`;
    return [appliesLink(object, { confidence: 'inferred', part, because })];
  };

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
