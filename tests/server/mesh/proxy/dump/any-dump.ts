import fc from 'fast-check';

/** Where a part of a dump keeps its resources: the list, and the way from an entry to the resource. */
const lists = [
  { part: 'ClustersConfigDump', list: 'dynamic_active_clusters', inner: ['cluster'] },
  { part: 'ClustersConfigDump', list: 'static_clusters', inner: ['cluster'] },
  { part: 'ListenersConfigDump', list: 'dynamic_listeners', inner: ['active_state', 'listener'] },
  { part: 'ListenersConfigDump', list: 'static_listeners', inner: ['listener'] },
  { part: 'RoutesConfigDump', list: 'dynamic_route_configs', inner: ['route_config'] },
  { part: 'EndpointsConfigDump', list: 'dynamic_endpoint_configs', inner: ['endpoint_config'] },
  { part: 'SecretsConfigDump', list: 'dynamic_active_secrets', inner: ['secret'] },
  { part: 'EcdsConfigDump', list: 'ecds_filters', inner: ['ecds_filter'] },
  { part: 'UnheardOfConfigDump', list: 'things', inner: ['thing'] },
] as const;

/** Fields that the tables look into, with anything in them. */
const fields = [
  'name',
  'cluster_name',
  'type',
  'metadata',
  'filter_chains',
  'default_filter_chain',
  'filters',
  'typed_config',
  'virtual_hosts',
  'routes',
  'domains',
  'match',
  'route',
  'endpoints',
  'lb_endpoints',
  'endpoint',
  'address',
  'tls_certificate',
  'validation_context',
  'transport_socket',
  'circuit_breakers',
  'outlier_detection',
] as const;

const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 5 }),
  ),
}));

const entry = (inner: readonly string[]) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: anyValue.map((value) => inner.reduceRight((held, key) => ({ [key]: held }), value)),
    },
    { weight: 1, arbitrary: fc.record({ error_state: anyValue, name: fc.string() }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );

/** Dumps of the right outline with anything at all inside. */
export const anyDump: fc.Arbitrary<{ configs: { [field: string]: unknown }[] }> = fc.record({
  configs: fc.array(
    fc.constantFrom(...lists).chain(({ part, list, inner }) =>
      fc.array(entry(inner), { maxLength: 4 }).map((entries) => ({
        '@type': `type.googleapis.com/envoy.admin.v3.${part}`,
        [list]: entries,
      })),
    ),
    { maxLength: 4 },
  ),
});
