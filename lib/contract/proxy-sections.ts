import { z } from 'zod';
import { proxyFields } from './proxies.ts';
import { proxyLinkSchema } from './proxy-links.ts';

export const sectionQuery = z.strictObject(proxyFields);
export type SectionQuery = z.output<typeof sectionQuery>;

export const itemStates = ['active', 'warming', 'draining', 'static', 'rejected'] as const;
export type ItemState = (typeof itemStates)[number];

/** What every row of a section has beside istioctl's columns. */
const rowFields = {
  /** Unique in its section, the same as long as the item is. */
  id: z.string(),
  state: z.enum(itemStates),
  lastUpdated: z.iso.datetime({ offset: true }).optional(),
  version: z.string().optional(),
  /** Envoy refused the last update of this item. */
  errorState: z
    .strictObject({
      details: z.string(),
      lastUpdateAttempt: z.iso.datetime({ offset: true }).optional(),
      version: z.string().optional(),
    })
    .optional(),
  links: z.array(proxyLinkSchema),
  /** Where the item stands in the dump, e.g. `configs[5].dynamic_route_configs[2].route_config.virtual_hosts[0].routes[1]`. */
  proofPath: z.string(),
};

/** The same frame for every section: rows, what is not a row, and what could not be read. */
function sectionOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z.array(row),
    /** Parts of the dump of types that Vigla does not know. */
    unknown: z.array(z.strictObject({ type: z.string(), path: z.string() })),
    problems: z.array(z.string()),
    /** When the dump was read, and its size. */
    readAt: z.iso.datetime({ offset: true }),
    byteCount: z.int(),
  });
}

/** istioctl's columns first, with its texts; then ours. */
export const clusterRowSchema = z.strictObject({
  ...rowFields,
  serviceFqdn: z.string(),
  port: z.string(),
  subset: z.string(),
  direction: z.string(),
  type: z.string(),
  destinationRule: z.string(),
  name: z.string(),
  loadBalancing: z.string().optional(),
  connectTimeout: z.string().optional(),
  /** `mutual TLS (Istio)`, `auto (mutual TLS where the endpoint can)`, `TLS`, `none` … */
  tls: z.string().optional(),
  /** Limits that are some, and when hosts are ejected, in words. */
  circuitBreakers: z.array(z.string()),
  outlierDetection: z.array(z.string()),
});
export type ClusterRow = z.infer<typeof clusterRowSchema>;

/** One filter chain of a listener; a listener without chains is one row. */
export const listenerRowSchema = z.strictObject({
  ...rowFields,
  addresses: z.string(),
  port: z.string(),
  match: z.string(),
  destination: z.string(),
  /** istioctl's short form: of the whole listener. */
  type: z.string(),
  name: z.string(),
  chain: z.string().optional(),
  direction: z.string().optional(),
  /** Where connections must come from, in words; istioctl leaves it out. */
  sources: z.array(z.string()),
  /** Names of the network filters, and of the HTTP filters behind them. */
  networkFilters: z.array(z.string()),
  httpFilters: z.array(z.string()),
  routeConfig: z.string().optional(),
  transport: z.string().optional(),
});
export type ListenerRow = z.infer<typeof listenerRowSchema>;

export const routeTargetSchema = z.strictObject({ cluster: z.string(), weight: z.number().optional() });

export const routeRowSchema = z.strictObject({
  ...rowFields,
  /** Of the route configuration. */
  name: z.string(),
  virtualHost: z.string(),
  /** As istioctl shortens them; `allDomains` has them as they are. */
  domains: z.string(),
  match: z.string(),
  virtualService: z.string(),
  allDomains: z.array(z.string()),
  routeName: z.string().optional(),
  /** Headers, query parameters, runtime fraction … in words. */
  conditions: z.array(z.string()),
  targets: z.array(routeTargetSchema),
  /** Redirect, direct response, fault, mirror, retries, timeout … in words. */
  actions: z.array(z.string()),
  /** istioctl leaves such rows out: routes to PassthroughCluster. */
  isHiddenByIstioctl: z.boolean(),
});
export type RouteRow = z.infer<typeof routeRowSchema>;

/** One host of one cluster, out of `/clusters` joined with EDS; `endpoint` is empty for a cluster that has none. */
export const endpointRowSchema = z.strictObject({
  ...rowFields,
  endpoint: z.string(),
  status: z.string(),
  outlierCheck: z.string(),
  cluster: z.string(),
  /** What Envoy's own checks say of the host beside that, in words: ejected, fails health checks … */
  checks: z.array(z.string()),
  /** The name that the address was found by. */
  hostname: z.string().optional(),
  locality: z.string().optional(),
  weight: z.number().optional(),
  priority: z.number().optional(),
  workload: z.string().optional(),
  /** Can take Istio's mutual TLS. */
  tlsMode: z.string().optional(),
  /** Where it is known from: both, Envoy's own list (DNS, static) or only EDS. */
  source: z.enum(['both', 'clusters', 'eds']),
  /** Counters of this host, by Envoy's name. */
  counters: z.record(z.string(), z.number()),
});
export type EndpointRow = z.infer<typeof endpointRowSchema>;

export const certificateSchema = z.strictObject({
  subject: z.string().optional(),
  issuer: z.string().optional(),
  subjectAltNames: z.array(z.string()),
  serialNumber: z.string(),
  notBefore: z.iso.datetime({ offset: true }),
  notAfter: z.iso.datetime({ offset: true }),
  isCa: z.boolean(),
  /** Share of its life that is over, 0 to 1. */
  lifeShare: z.number(),
  keyAlgorithm: z.string().optional(),
  fingerprint: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;

export const secretRowSchema = z.strictObject({
  ...rowFields,
  resourceName: z.string(),
  type: z.string(),
  status: z.string(),
  validCert: z.string(),
  serialNumber: z.string(),
  notAfter: z.string(),
  notBefore: z.string(),
  trustDomain: z.string().optional(),
  /** A file of the proxy that the certificates are in; the dump does not have them then. */
  file: z.string().optional(),
  /** Leaf first. */
  chain: z.array(certificateSchema),
});
export type SecretRow = z.infer<typeof secretRowSchema>;

export const ecdsRowSchema = z.strictObject({
  ...rowFields,
  ecdsName: z.string(),
  type: z.string(),
  /** The listeners' chains that ask for it. */
  usedBy: z.array(z.string()),
});
export type EcdsRow = z.infer<typeof ecdsRowSchema>;

/** What a proxy was started with: no table in istioctl, but three version lines. */
export const bootstrapSchema = z.strictObject({
  istioVersion: z.string().optional(),
  istioProxyVersion: z.string().optional(),
  envoyVersion: z.string().optional(),
  nodeId: z.string().optional(),
  /** The node's metadata and the proxy's configuration, flat: `PROXY_CONFIG.concurrency`. */
  metadata: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  labels: z.record(z.string(), z.string()),
  /** Static clusters and listeners, tracing, statistics matchers, admin address … in words. */
  facts: z.array(z.strictObject({ title: z.string(), text: z.string(), path: z.string() })),
  links: z.array(proxyLinkSchema),
  proofPath: z.string(),
  readAt: z.iso.datetime({ offset: true }),
});
export type Bootstrap = z.infer<typeof bootstrapSchema>;

export const clustersSectionSchema = sectionOf(clusterRowSchema);
export const listenersSectionSchema = sectionOf(listenerRowSchema);
export const routesSectionSchema = sectionOf(routeRowSchema);
export const endpointsSectionSchema = sectionOf(endpointRowSchema);
export const secretsSectionSchema = sectionOf(secretRowSchema);
export const ecdsSectionSchema = sectionOf(ecdsRowSchema);
