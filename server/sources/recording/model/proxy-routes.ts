import { z } from 'zod';
import { clusterMetadata, serviceOf } from './cluster-metadata.ts';
import type { Service } from './services.ts';

const headerMatch = z.looseObject({
  name: z.string(),
  string_match: z.looseObject({ exact: z.string().optional(), prefix: z.string().optional() }).optional(),
});
const faultSchema = z.looseObject({
  abort: z.looseObject({ http_status: z.number() }).optional(),
  delay: z.looseObject({ fixed_delay: z.string() }).optional(),
});
const fractionSchema = z.looseObject({
  numerator: z.number().default(0),
  denominator: z.string().default('HUNDRED'),
});
const routeSchema = z.looseObject({
  name: z.string().optional(),
  decorator: z.looseObject({ operation: z.string() }).optional(),
  match: z.looseObject({
    prefix: z.string().optional(),
    path: z.string().optional(),
    path_separated_prefix: z.string().optional(),
    safe_regex: z.looseObject({ regex: z.string() }).optional(),
    headers: z.array(headerMatch).default([]),
    query_parameters: z.array(z.looseObject({ name: z.string() })).default([]),
  }),
  typed_per_filter_config: z.looseObject({ 'envoy.filters.http.fault': faultSchema.optional() }).optional(),
  direct_response: z.looseObject({ status: z.number() }).optional(),
  redirect: z.looseObject({}).optional(),
  route: z
    .looseObject({
      cluster: z.string().optional(),
      weighted_clusters: z
        .looseObject({
          clusters: z.array(z.looseObject({ name: z.string(), weight: z.number().default(0) })),
        })
        .optional(),
      request_mirror_policies: z
        .array(
          z.looseObject({
            cluster: z.string(),
            runtime_fraction: z.looseObject({ default_value: fractionSchema }).optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});
export type ProxyRoute = z.output<typeof routeSchema>;
const routeConfig = z.looseObject({
  name: z.string().default(''),
  virtual_hosts: z
    .array(z.looseObject({ domains: z.array(z.string()), routes: z.array(routeSchema).default([]) }))
    .default([]),
});
const cluster = z.looseObject({
  cluster: z.looseObject({
    name: z.string(),
    metadata: clusterMetadata.optional(),
    transport_socket: z.unknown().optional(),
    transport_socket_matches: z.unknown().optional(),
  }),
});
const dumpSchema = z.looseObject({
  configs: z.array(
    z.looseObject({
      '@type': z.string(),
      dynamic_route_configs: z.array(z.looseObject({ route_config: routeConfig })).optional(),
      static_clusters: z.array(cluster).optional(),
      dynamic_active_clusters: z.array(cluster).optional(),
    }),
  ),
});

/** What a proxy does with outgoing calls, read from its own configuration dump. */
export type ProxyRoutes = {
  hasCluster(name: string): boolean;
  /** The service that the cluster's metrics name. */
  serviceOf(cluster: string): Service | undefined;
  /** Whether connections of the cluster are made with TLS where the endpoint can. */
  usesTls(cluster: string): boolean;
  /** The route that takes the request, absent where none does (404 NR). */
  routeOf(request: RoutedRequest): ProxyRoute | undefined;
};
export type RoutedRequest = {
  table: string;
  host: string;
  path: string;
  headers: Readonly<Record<string, string>>;
};

export function proxyRoutesOf(dump: unknown): ProxyRoutes {
  const { configs } = dumpSchema.parse(dump);
  const clusters = new Map(
    configs
      .flatMap((part) => [...(part.static_clusters ?? []), ...(part.dynamic_active_clusters ?? [])])
      .map((entry) => [entry.cluster.name, entry.cluster]),
  );
  const tables = new Map(
    configs
      .flatMap((part) => part.dynamic_route_configs ?? [])
      .map((entry) => [entry.route_config.name, entry.route_config.virtual_hosts]),
  );
  return {
    hasCluster: (name) => clusters.has(name),
    serviceOf: (name) => serviceOf(clusters.get(name)?.metadata),
    usesTls(name) {
      const found = clusters.get(name);
      return found?.transport_socket !== undefined || found?.transport_socket_matches !== undefined;
    },
    routeOf(request) {
      const hosts = tables.get(request.table) ?? [];
      const host =
        hosts.find(({ domains }) => domains.includes(request.host)) ??
        hosts.find(({ domains }) =>
          domains.some((domain) => domain.startsWith('*.') && request.host.endsWith(domain.slice(1))),
        ) ??
        hosts.find(({ domains }) => domains.includes('*'));
      return host?.routes.find((route) => takes(route, request));
    },
  };
}

function takes({ match }: ProxyRoute, { path, headers }: RoutedRequest): boolean {
  if (match.query_parameters.length > 0) return false;
  if (match.path !== undefined && match.path !== path) return false;
  if (match.prefix !== undefined && !path.startsWith(match.prefix)) return false;
  const separated = match.path_separated_prefix;
  if (separated !== undefined && path !== separated && !path.startsWith(`${separated}/`)) return false;
  if (match.safe_regex !== undefined && !new RegExp(`^(?:${match.safe_regex.regex})$`).test(path))
    return false;
  return match.headers.every(({ name, string_match: wanted }) => {
    const value = headers[name];
    if (value === undefined) return false;
    if (wanted?.exact !== undefined) return value === wanted.exact;
    return wanted?.prefix !== undefined && value.startsWith(wanted.prefix);
  });
}
