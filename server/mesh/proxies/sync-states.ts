import { z } from 'zod';
import type { Warning } from '#lib/contract/envelope.ts';
import { type DiscoveryType, discoveryTypes, type Sync } from '#lib/contract/proxies.ts';
import { movedTime } from './moved-time.ts';
import { parseProxyId } from './proxy-id.ts';

const text = z.string().nullish();
const resourceSchema = z.looseObject({ sent: text, acked: text, sentTime: text, lastError: text });
const entrySchema = z.looseObject({
  proxy: z.string(),
  cluster_id: text,
  proxy_type: text,
  istio_version: text,
  cluster_sent: text,
  cluster_acked: text,
  listener_sent: text,
  listener_acked: text,
  route_sent: text,
  route_acked: text,
  endpoint_sent: text,
  endpoint_acked: text,
  extensionconfig_sent: text,
  extensionconfig_acked: text,
  resources: z.record(z.string(), resourceSchema).nullish(),
});
type Entry = z.output<typeof entrySchema>;
type Resource = z.output<typeof resourceSchema>;

/** How far istiod got with one proxy; `syncs` has every type of configuration, in the order of `discoveryTypes`. */
export type ProxySync = {
  namespace: string;
  pod: string;
  /** The replica of istiod that says so. */
  replica: string;
  cluster: string | undefined;
  /** istiod's word: `sidecar`, `router`, `waypoint` … */
  type: string | undefined;
  version: string | undefined;
  syncs: Sync[];
};

/** The resource of each type, and its fields in `syncz` where it has some. */
const types: Record<DiscoveryType, { url: string; fields?: readonly [keyof Entry, keyof Entry] }> = {
  CDS: { url: 'envoy.config.cluster.v3.Cluster', fields: ['cluster_sent', 'cluster_acked'] },
  LDS: { url: 'envoy.config.listener.v3.Listener', fields: ['listener_sent', 'listener_acked'] },
  EDS: {
    url: 'envoy.config.endpoint.v3.ClusterLoadAssignment',
    fields: ['endpoint_sent', 'endpoint_acked'],
  },
  RDS: { url: 'envoy.config.route.v3.RouteConfiguration', fields: ['route_sent', 'route_acked'] },
  SDS: { url: 'envoy.extensions.transport_sockets.tls.v3.Secret' },
  NDS: { url: 'istio.networking.nds.v1.NameTable' },
  PCDS: { url: 'istio.mesh.v1alpha1.ProxyConfig' },
  ECDS: {
    url: 'envoy.config.core.v3.TypedExtensionConfig',
    fields: ['extensionconfig_sent', 'extensionconfig_acked'],
  },
  WDS: { url: 'istio.workload.Address' },
  WADS: { url: 'istio.security.Authorization' },
};

export type SyncStates = {
  /** By `<pod>.<namespace>`. */
  proxies: ReadonlyMap<string, ProxySync>;
  warnings: Warning[];
};

/**
 * The entries of `/debug/syncz` of all replicas, by proxy. A proxy that two replicas list (it changed from one to the
 * other a moment ago) counts where it was sent something last. Entries of another shape are counted in a warning;
 * clients that are no proxies are left out. `shiftMs` is added to every time.
 */
export function syncStatesOf(
  entries: readonly { replica: string; value: unknown }[],
  shiftMs: number,
): SyncStates {
  const proxies = new Map<string, ProxySync>();
  let oddCount = 0;
  for (const { replica, value } of entries) {
    const parsed = entrySchema.safeParse(value);
    if (!parsed.success) oddCount += 1;
    else {
      const sync = syncOf(parsed.data, replica, shiftMs);
      const before = proxies.get(parsed.data.proxy);
      if (sync !== undefined && (before === undefined || lastSent(sync) > lastSent(before)))
        proxies.set(parsed.data.proxy, sync);
    }
  }
  const message = `${oddCount} of ${entries.length} entries of istiod's list of proxies have an unknown shape and are left out.`;
  return {
    proxies,
    warnings: oddCount === 0 ? [] : [{ code: 'istiod_odd_entries', source: 'istiod', message }],
  };
}

function syncOf(entry: Entry, replica: string, shiftMs: number): ProxySync | undefined {
  const name = parseProxyId(entry.proxy);
  if (name === undefined) return undefined;
  return {
    ...name,
    replica,
    cluster: present(entry.cluster_id),
    type: present(entry.proxy_type),
    version: present(entry.istio_version),
    syncs: discoveryTypes.map((type) => syncOfType(entry, type, shiftMs)),
  };
}

function syncOfType(entry: Entry, type: DiscoveryType, shiftMs: number): Sync {
  const resource = resourceOf(entry, type);
  if (resource === undefined) return { type, state: 'IGNORED' };
  const sent = present(resource.sent);
  const acked = present(resource.acked);
  const lastError = present(resource.lastError);
  const sentAt = movedTime(resource.sentTime, shiftMs);
  return {
    type,
    state: stateOf({ sent, acked, lastError }),
    ...(sent === undefined ? {} : { sent }),
    ...(acked === undefined ? {} : { acked }),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(lastError === undefined ? {} : { lastError }),
  };
}

/** Istio before 1.24 has no `resources`, only fields, and those of the first four types stand for every proxy. */
function resourceOf(entry: Entry, type: DiscoveryType): Resource | undefined {
  const { url, fields } = types[type];
  if (entry.resources !== undefined && entry.resources !== null)
    return entry.resources[`type.googleapis.com/${url}`];
  if (fields === undefined) return undefined;
  const [sent, acked] = [textOf(entry[fields[0]]), textOf(entry[fields[1]])];
  return type === 'ECDS' && sent === undefined ? undefined : { sent, acked };
}

/** The rule of istiod's own status report (`pilot/pkg/xds/statusgen.go`). */
function stateOf(nonces: {
  sent: string | undefined;
  acked: string | undefined;
  lastError: string | undefined;
}): Sync['state'] {
  if (nonces.lastError !== undefined) return 'ERROR';
  if (nonces.sent === undefined) return 'NOT SENT';
  return nonces.sent === nonces.acked ? 'SYNCED' : 'STALE';
}

function lastSent({ syncs }: ProxySync): number {
  return Math.max(0, ...syncs.map(({ sentAt }) => (sentAt === undefined ? 0 : Date.parse(sentAt))));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? present(value) : undefined;
}

function present(value: string | null | undefined): string | undefined {
  return value === null || value === '' ? undefined : value;
}
