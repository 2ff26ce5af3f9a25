import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { parseClusterName } from './cluster-name.ts';
import { hostLinks } from './host-links.ts';
import type { LinkContext, Linker } from './linker.ts';
import type { Origin } from './origin.ts';
import { remembered } from './remembered.ts';

/**
 * Services and ServiceEntries that an item names: in Istio's metadata, in the name of a cluster that it is or leads to,
 * of its virtual host, or of its route configuration (`host:port`).
 */
export const serviceLinks: Linker = (context) => {
  // Many items are of one cluster or host.
  const ofCluster = remembered((name) => clusterLinks(name, context));
  const ofHost = remembered((name) => hostPortLinks(name, 'virtual host', context));
  return (origin) => [
    ...markedServices(origin, context),
    ...(origin.virtualHost === undefined ? [] : ofHost(origin.virtualHost)),
    ...hostPortLinks(origin.routeConfig, 'route configuration', context),
    ...(origin.clusters ?? []).flatMap(ofCluster),
  ];
};

function markedServices({ istio, clusters }: Origin, context: LinkContext): ProxyLink[] {
  const port = parseClusterName(clusters?.[0] ?? '');
  return objectsAt(istio, 'services').flatMap((service) => {
    const host = textAt(service, 'host') ?? '';
    const namespace = textAt(service, 'namespace');
    return hostLinks(
      host,
      {
        because: `Its metadata istio.services names ${host}${namespace === undefined ? '' : ` of namespace ${namespace}`}.`,
        confidence: 'marker',
        namespace,
        // The number of an inbound cluster is the pod's port, not the Service's.
        port: port?.direction === 'inbound' ? undefined : port?.port,
      },
      context,
    );
  });
}

function clusterLinks(name: string, context: LinkContext): ProxyLink[] {
  const cluster = parseClusterName(name);
  if (cluster === undefined || cluster.host === '') return [];
  const because =
    context.section === 'clusters' || context.section === 'endpoints'
      ? `The cluster's name ${name} holds the host.`
      : `It leads to cluster ${name}, whose name holds the host.`;
  return hostLinks(cluster.host, { because, port: cluster.port }, context);
}

/** `reviews.bookinfo.svc.cluster.local:9080` */
function hostPortLinks(text: string | undefined, what: string, context: LinkContext): ProxyLink[] {
  const [, host, port] = /^([^|]+):(\d+)$/.exec(text ?? '') ?? [];
  if (host === undefined) return [];
  return hostLinks(host, { because: `Its ${what} ${text} is of this host.`, port: Number(port) }, context);
}
