import type { DiscoveryType } from '#lib/contract/proxies.ts';
import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';

type Reading = {
  question: AdminQuestion;
  /**
   * What has to be acknowledged anew before the answer can differ. Absent where it changes without istiod: ejections,
   * certificates of the agent.
   */
  changesWith?: readonly DiscoveryType[];
};

/** Every answer that Envoy's tables are read from. Envoy is asked to leave out all else: a route table costs a route table. */
export const readings = {
  clusters: dumpOf('dynamic_active_clusters,dynamic_warming_clusters,static_clusters', ['CDS']),
  listeners: dumpOf('dynamic_listeners,static_listeners', ['LDS']),
  // Listeners bring route tables of their own.
  routes: dumpOf('dynamic_route_configs,static_route_configs', ['LDS', 'RDS']),
  endpoints: {
    question: {
      path: 'config_dump',
      parameters: { include_eds: '', mask: 'dynamic_endpoint_configs,static_endpoint_configs' },
    },
    changesWith: ['CDS', 'EDS'],
  },
  hosts: { question: { path: 'clusters', parameters: { format: 'json' } } },
  secrets: dumpOf('dynamic_active_secrets,dynamic_warming_secrets,static_secrets'),
  ecds: dumpOf('ecds_filters,dynamic_listeners,static_listeners', ['LDS', 'ECDS']),
  bootstrap: dumpOf('bootstrap'),
  certs: { question: { path: 'certs' } },
  init: { question: { path: 'init_dump' } },
  whole: { question: { path: 'config_dump', parameters: { include_eds: '' } } },
} as const satisfies Record<string, Reading>;
export type ReadingName = keyof typeof readings;

/** The types of configuration that a reading is made of, as istiod sends them. */
export function typesOf(name: ReadingName): readonly DiscoveryType[] {
  const reading: Reading = readings[name];
  return reading.changesWith ?? [];
}

function dumpOf(mask: string, changesWith?: readonly DiscoveryType[]): Reading {
  return { question: { path: 'config_dump', parameters: { mask } }, ...(changesWith && { changesWith }) };
}
