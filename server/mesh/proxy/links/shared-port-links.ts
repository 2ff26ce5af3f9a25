import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { callersOf } from '#server/mesh/graph/decorators/routes/exported-to.ts';
import { entryPortOf, protocolOf } from '#server/mesh/inventory/port-protocol.ts';
import { isVisible } from './host-links.ts';
import { showsLink } from './link.ts';
import { type LinkContext, type Linker, referenceTo } from './linker.ts';
import type { ProxyFacts } from './proxy-facts.ts';
import { importOf } from './sidecar-imports.ts';

/** So many of the Services of a port are named by a listener that they share. */
const sharersShown = 24;

/**
 * The Services and ServiceEntries that share a listener for HTTP: Istio has one for each port, and its route
 * configuration is the port's number. Source: Istio's outbound listeners on 0.0.0.0.
 */
export const sharedPortLinks: Linker = (context) => {
  const known = new Map<string, ProxyLink[]>();
  return ({ routeConfig = '' }) => {
    if (!/^\d+$/.test(routeConfig)) return [];
    const links = known.get(routeConfig) ?? sharersOf(Number(routeConfig), context);
    known.set(routeConfig, links);
    return links;
  };
};

function sharersOf(port: number, { index, proxy, mesh }: LinkContext): ProxyLink[] {
  const services = index.servicesOfPort(port).filter(({ metadata, spec }) => {
    const { name, namespace = '', annotations } = metadata;
    if (!spec.ports.some((one) => one.port === port && isHttp(protocolOf(one).protocol))) return false;
    const exportTo = annotations['networking.istio.io/exportTo']?.split(',').map((one) => one.trim());
    return isSeen({ host: `${name}.${namespace}.svc.cluster.local`, namespace, exportTo }, proxy);
  });
  const entries = index
    .entriesOfPort(port)
    .filter((entry) => proxy === undefined || isVisible(entry, proxy.namespace))
    .filter(({ spec }) =>
      (spec.ports ?? []).some((one) => one.number === port && isHttp(entryPortOf(one).protocol)),
    )
    .filter(({ metadata: { namespace = '' }, spec }) =>
      spec.hosts.some((host) => isSeen({ host, namespace, exportTo: undefined }, proxy)),
    );
  const count = services.length + entries.length;
  const others = count > 1 ? `, ${count} of which have this port` : '';
  const because = `Its port is ${port}, and all HTTP of a port shares a listener${others}.`;
  const all = [
    ...services.map(({ metadata, spec }) => ({
      object: referenceTo('Service', metadata),
      place: spec.ports.findIndex((one) => one.port === port),
    })),
    ...entries.map(({ metadata, spec }) => ({
      object: referenceTo('ServiceEntry', metadata),
      place: (spec.ports ?? []).findIndex(({ number }) => number === port),
    })),
  ];
  const { wanted } = mesh;
  const shown =
    wanted === undefined
      ? all.slice(0, sharersShown)
      : all.filter(
          ({ object }) =>
            object.kind === wanted.kind &&
            object.namespace === wanted.namespace &&
            object.name === wanted.name,
        );
  return shown.map(({ object, place }) =>
    showsLink(object, { confidence: 'inferred', part: `ports[${place}]`, because }),
  );
}

/** A port whose protocol is detected has a listener of its own, and stands in the shared routes as well. */
function isHttp(protocol: string): boolean {
  return /^(http|http2|grpc|grpc-web|auto)$/.test(protocol);
}

type Seen = { host: string; namespace: string; exportTo: readonly string[] | undefined };

function isSeen({ host, namespace, exportTo }: Seen, proxy: ProxyFacts | undefined): boolean {
  if (proxy === undefined) return true;
  const callers = callersOf(exportTo, namespace);
  if (callers !== '*' && !callers.includes(proxy.namespace)) return false;
  return (
    proxy.sidecar === undefined ||
    importOf(proxy.sidecar, { host, namespaces: [namespace] }, proxy.namespace) !== undefined
  );
}
