import { z } from 'zod';

const nonce = z.string().nullish();
const proxySchema = z.looseObject({
  proxy: z.string(),
  istio_version: z.string().nullish(),
  cluster_sent: nonce,
  cluster_acked: nonce,
  listener_sent: nonce,
  listener_acked: nonce,
  route_sent: nonce,
  route_acked: nonce,
  endpoint_sent: nonce,
  endpoint_acked: nonce,
  extensionconfig_sent: nonce,
  extensionconfig_acked: nonce,
  resources: z
    .record(z.string(), z.looseObject({ sent: nonce, acked: nonce, lastError: z.string().nullish() }))
    .nullish(),
});
type Proxy = z.output<typeof proxySchema>;

/** How far istiod got with one proxy: a state for each type of configuration, and the version of Istio it runs. */
export type ProxySync = { states: Record<string, string>; version: string | undefined };

/** The field of each type, and its name as a resource; proxies of Istio before 1.24 have the fields alone. */
const types = [
  { name: 'CDS', field: 'cluster', url: 'envoy.config.cluster.v3.Cluster' },
  { name: 'LDS', field: 'listener', url: 'envoy.config.listener.v3.Listener' },
  { name: 'EDS', field: 'endpoint', url: 'envoy.config.endpoint.v3.ClusterLoadAssignment' },
  { name: 'RDS', field: 'route', url: 'envoy.config.route.v3.RouteConfiguration' },
  { name: 'ECDS', field: 'extensionconfig', url: 'envoy.config.core.v3.TypedExtensionConfig' },
] as const;

/**
 * istiod's `/debug/syncz` by proxy, `<pod>.<namespace>`. ERROR where the proxy refused what was sent, STALE where it has
 * not confirmed it, NOT SENT where it asks for a type and got none; types it never asked for are left out.
 * Throws a ZodError for an answer of another shape.
 */
export function syncStatesOf(syncz: unknown): ReadonlyMap<string, ProxySync> {
  const proxies = z.array(proxySchema).parse(syncz ?? []);
  return new Map(
    proxies.map((proxy) => [
      proxy.proxy,
      { states: statesOf(proxy), version: proxy.istio_version ?? undefined },
    ]),
  );
}

function statesOf(proxy: Proxy): Record<string, string> {
  const states = types.flatMap(({ name, field, url }): [string, string][] => {
    const resource = proxy.resources?.[`type.googleapis.com/${url}`];
    if (proxy.resources !== undefined && proxy.resources !== null && resource === undefined) return [];
    const sent = resource?.sent ?? proxy[`${field}_sent`] ?? '';
    const acked = resource?.acked ?? proxy[`${field}_acked`] ?? '';
    if (field === 'extensionconfig' && resource === undefined && sent === '') return [];
    return [[name, stateOf({ sent, acked, lastError: resource?.lastError ?? '' })]];
  });
  return Object.fromEntries(states);
}

/** The rule of istiod's own status report. */
function stateOf({ sent, acked, lastError }: { sent: string; acked: string; lastError: string }): string {
  if (lastError !== '') return 'ERROR';
  if (sent === '') return 'NOT SENT';
  return sent === acked ? 'SYNCED' : 'STALE';
}
