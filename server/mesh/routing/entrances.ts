import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { Entrance } from '#lib/contract/routing.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { workloadsOfGateway } from './in-force.ts';
import type { RouteDraft, RoutingInput } from './route-draft.ts';
import { covers } from './subject.ts';

type Listener = { host: string; port: number; isTls: boolean };

const usualPorts: Record<string, number> = { http: 80, https: 443 };

/** Addresses from which requests come to the subject, one for each host, port and beginning of a path. */
export function entrancesOf(drafts: readonly RouteDraft[], { objects }: RoutingInput): Entrance[] {
  const all = drafts
    .filter(({ side }) => side === 'gateway')
    .flatMap((draft) => draft.gateways.flatMap((gateway) => entrancesAt(gateway, { draft, objects })));
  return [...new Map(all.map((entrance) => [`${entrance.url} ${entrance.gateway.name}`, entrance])).values()];
}

function entrancesAt(
  gateway: ObjectReference,
  { draft, objects }: { draft: RouteDraft; objects: MeshObjects },
): Entrance[] {
  const isIstio = draft.object.kind === 'VirtualService';
  const listeners = isIstio ? istioListeners(gateway, objects) : kubernetesListeners(gateway, objects);
  const workloads = [...workloadsOfGateway(gateway, { objects, isIstio })];
  const paths = draft.rules.flatMap((rule) => (rule.paths.length === 0 ? ['/'] : rule.paths));
  const hosts = draft.hosts.length === 0 ? ['*'] : draft.hosts;
  return listeners.flatMap((listener) =>
    hosts
      .flatMap((host) => sharedHost(host, listener.host) ?? [])
      .flatMap((host) =>
        [...new Set(paths)].map((path) => ({
          url: addressOf({ ...listener, host }, path),
          gateway,
          workloads,
          route: draft.object,
          ...(workloads.length === 0 ? { problem: 'no workload serves this gateway' } : {}),
        })),
      ),
  );
}

/** The narrower of two hosts where one covers the other. */
function sharedHost(one: string, other: string): string | undefined {
  if (covers(one, other)) return other;
  return covers(other, one) ? one : undefined;
}

function addressOf({ host, port, isTls }: Listener, path: string): string {
  const scheme = isTls ? 'https' : 'http';
  const number = usualPorts[scheme] === port ? '' : `:${port}`;
  return `${scheme}://${host}${number}${path.startsWith('/') ? path : `/${path}`}`;
}

const tlsSchema = z.looseObject({ tls: z.looseObject({ mode: z.string().optional() }).optional() });
/** Callers of these have an identity of the mesh: they are no way in from outside. */
const innerModes = new Set(['ISTIO_MUTUAL', 'AUTO_PASSTHROUGH']);

function istioListeners({ namespace, name }: ObjectReference, objects: MeshObjects): Listener[] {
  const gateway = objects.IstioGateway.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
  return (gateway?.spec.servers ?? []).flatMap((server) => {
    const tls = tlsSchema.safeParse(server);
    const mode = tls.success ? tls.data.tls?.mode : undefined;
    if (mode !== undefined && innerModes.has(mode)) return [];
    const { number = 0, protocol = '' } = server.port;
    const isTls = protocol === 'HTTPS' || protocol === 'TLS';
    if (!isTls && !/^(HTTP|HTTP2|GRPC|GRPC-WEB)$/.test(protocol)) return [];
    return server.hosts.map((host) => ({ host: host.split('/').at(-1) ?? host, port: number, isTls }));
  });
}

function kubernetesListeners({ namespace, name }: ObjectReference, objects: MeshObjects): Listener[] {
  const gateway = objects.Gateway.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
  return (gateway?.spec.listeners ?? []).flatMap(({ hostname, port, protocol = 'HTTP' }) =>
    protocol === 'HTTP' || protocol === 'HTTPS' || protocol === 'TLS'
      ? [{ host: hostname ?? '*', port, isTls: protocol !== 'HTTP' }]
      : [],
  );
}
