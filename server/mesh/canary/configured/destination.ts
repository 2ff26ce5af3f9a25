import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import type { Destination } from './configured-route.ts';

type Written = { host: string; subset?: string; port?: { number?: number } };

/** A destination of a VirtualService. Short names are of its own namespace. Source: Istio's Destination. */
export function destinationOf(
  { host, subset, port }: Written,
  { namespace, services }: { namespace: string; services: ReadonlySet<string> },
): Destination {
  return {
    ...hostOf(host, { namespace, services }),
    ...(subset === undefined || subset === '' ? {} : { subset }),
    ...(port?.number === undefined ? {} : { port: port.number }),
  };
}

function hostOf(host: string, where: { namespace: string; services: ReadonlySet<string> }): Destination {
  const key = resolveHost(host, where);
  if (key === undefined || (!where.services.has(key) && host.includes('.'))) return { host };
  const [namespace = '', name = ''] = key.split('/');
  return serviceDestination({ namespace, name });
}

/** A Service by the full name under which telemetry knows it. */
export function serviceDestination({ namespace, name }: { namespace: string; name: string }): Destination {
  return { host: `${name}.${namespace}.svc.cluster.local`, service: { namespace, name } };
}
