import type { DumpSection, ItemState } from './dump.ts';

/** Where in an entry of a list a resource stands, and what its state is there. */
export type ItemForm = { state: ItemState; inner: readonly string[] };
type Part = { section: DumpSection; lists: Readonly<Record<string, readonly ItemForm[]>> };

/** What each part of a dump holds, by the end of its type: `envoy.admin.v3` and its forerunners alike. */
export const dumpParts: Readonly<Record<string, Part>> = {
  ClustersConfigDump: {
    section: 'clusters',
    lists: {
      static_clusters: form('static', 'cluster'),
      dynamic_active_clusters: form('active', 'cluster'),
      dynamic_warming_clusters: form('warming', 'cluster'),
    },
  },
  ListenersConfigDump: {
    section: 'listeners',
    lists: {
      static_listeners: form('static', 'listener'),
      dynamic_listeners: [
        ...form('active', 'active_state', 'listener'),
        ...form('warming', 'warming_state', 'listener'),
        ...form('draining', 'draining_state', 'listener'),
      ],
      // Envoy before 1.14 had a list for each state.
      dynamic_active_listeners: form('active', 'listener'),
      dynamic_warming_listeners: form('warming', 'listener'),
      dynamic_draining_listeners: form('draining', 'listener'),
    },
  },
  RoutesConfigDump: {
    section: 'routes',
    lists: {
      static_route_configs: form('static', 'route_config'),
      dynamic_route_configs: form('active', 'route_config'),
    },
  },
  EndpointsConfigDump: {
    section: 'endpoints',
    lists: {
      static_endpoint_configs: form('static', 'endpoint_config'),
      dynamic_endpoint_configs: form('active', 'endpoint_config'),
    },
  },
  SecretsConfigDump: {
    section: 'secrets',
    lists: {
      static_secrets: form('static', 'secret'),
      dynamic_active_secrets: form('active', 'secret'),
      dynamic_warming_secrets: form('warming', 'secret'),
    },
  },
  EcdsConfigDump: { section: 'ecds', lists: { ecds_filters: form('active', 'ecds_filter') } },
};

function form(state: ItemState, ...inner: readonly string[]): readonly ItemForm[] {
  return [{ state, inner }];
}
