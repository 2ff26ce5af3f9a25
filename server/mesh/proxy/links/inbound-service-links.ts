import { targetPortOf } from '#server/mesh/details/requirements/target-port.ts';
import { parseClusterName } from './cluster-name.ts';
import { showsLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';

/**
 * Services whose requests arrive at an inbound item: those that select the pod and lead to its port. Source: Istio makes
 * one inbound cluster, chain and route configuration for each port of the pod that a Service names.
 */
export const inboundServiceLinks: Linker =
  ({ proxy }) =>
  (origin) => {
    const port = inboundPortOf(origin);
    if (port === undefined || proxy === undefined) return [];
    return proxy.services.flatMap(({ metadata, spec }) =>
      spec.ports.flatMap((one, place) =>
        targetPortOf(one, [proxy.pod]) === port
          ? [
              showsLink(referenceTo('Service', metadata), {
                confidence: 'inferred',
                part: `ports[${place}]`,
                because: `The Service selects the pod, and its port ${one.port} leads to port ${port} of it.`,
              }),
            ]
          : [],
      ),
    );
  };

/** The pod's port that an inbound item is for; undefined for all others. */
export function inboundPortOf({ clusters = [], routeConfig, chain, listener }: Origin): number | undefined {
  for (const name of [...clusters, routeConfig ?? '']) {
    const cluster = parseClusterName(name);
    if (cluster?.direction === 'inbound') return cluster.port;
  }
  const [, port] = (listener === 'virtualInbound' && /_(\d+)$/.exec(chain ?? '')) || [];
  return port === undefined ? undefined : Number(port);
}
