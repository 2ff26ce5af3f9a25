import { ambientQuery, ambientSchema } from './ambient.ts';
import { dashboardsQuery, dashboardsSchema } from './dashboards.ts';
import { injectionQuery, injectionSchema, podInjectionDetailSchema, podInjectionQuery } from './injection.ts';
import { meshQuery, meshSchema } from './mesh.ts';
import { meshConfigurationQuery, meshConfigurationSchema } from './mesh-configuration.ts';
import { meshMetricsQuery, meshMetricsSchema } from './mesh-metrics.ts';
import { meshProblemsQuery, meshProblemsSchema } from './mesh-problems.ts';
import { meshRegistryQuery, meshRegistrySchema } from './mesh-registry.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of the control plane, injection, ambient mode, and dashboards elsewhere. */
export const meshRoutes = {
  '/api/mesh': {
    summary:
      'Control planes, revisions and tags, versions with skew, left-overs, clusters, networks, gateways and trust',
    query: meshQuery,
    data: meshSchema,
  },
  '/api/mesh/configuration': {
    summary: 'The mesh configuration in force, each setting against its default',
    query: meshConfigurationQuery,
    data: meshConfigurationSchema,
  },
  '/api/mesh/metrics': {
    summary: "istiod's own metrics, each explained: now, and over time where they are scraped",
    query: meshMetricsQuery,
    data: meshMetricsSchema,
  },
  '/api/mesh/problems': {
    summary: 'What istiod complains of: its last push, proxies that refuse, its own counters of failures',
    query: meshProblemsQuery,
    data: meshProblemsSchema,
  },
  '/api/mesh/registry': {
    summary: 'The services that istiod knows, with their addresses in every cluster',
    query: meshRegistryQuery,
    data: meshRegistrySchema,
  },
  '/api/mesh/injection': {
    summary: 'Namespaces, pods and webhooks: who gets a proxy, who has one, who needs a restart',
    query: injectionQuery,
    data: injectionSchema,
  },
  '/api/mesh/injection/{namespace}/{pod}': {
    summary: 'One pod: what was injected, and every step that decides whether it is',
    query: podInjectionQuery,
    data: podInjectionDetailSchema,
  },
  '/api/dashboards': {
    summary: 'Links to the dashboards of Grafana that show what a page is about, with its time range',
    query: dashboardsQuery,
    data: dashboardsSchema,
  },
  '/api/mesh/ambient': {
    summary: 'Ambient mode: captured pods, ztunnels, waypoints, and what lacks one',
    query: ambientQuery,
    data: ambientSchema,
  },
} as const satisfies Record<string, RouteEntry>;
