import type { RouteEntry } from './route-entry.ts';
import {
  ztunnelCertificatesSchema,
  ztunnelConfigSchema,
  ztunnelConnectionsSchema,
  ztunnelMetricsSchema,
  ztunnelPoliciesSchema,
  ztunnelQuery,
  ztunnelServicesSchema,
  ztunnelWorkloadsSchema,
} from './ztunnel.ts';

/** The tables of one ztunnel. */
export const ztunnelRoutes = {
  '/api/ztunnels/{namespace}/{pod}/workloads': {
    summary: 'Every workload that a ztunnel knows, with its waypoint and protocol',
    query: ztunnelQuery,
    data: ztunnelWorkloadsSchema,
  },
  '/api/ztunnels/{namespace}/{pod}/services': {
    summary: 'Every service that a ztunnel knows, with its waypoint and endpoints',
    query: ztunnelQuery,
    data: ztunnelServicesSchema,
  },
  '/api/ztunnels/{namespace}/{pod}/policies': {
    summary: 'The policies that a ztunnel enforces itself',
    query: ztunnelQuery,
    data: ztunnelPoliciesSchema,
  },
  '/api/ztunnels/{namespace}/{pod}/certificates': {
    summary: 'The certificates that a ztunnel holds for the workloads of its node',
    query: ztunnelQuery,
    data: ztunnelCertificatesSchema,
  },
  '/api/ztunnels/{namespace}/{pod}/connections': {
    summary: 'The connections open now through a ztunnel',
    query: ztunnelQuery,
    data: ztunnelConnectionsSchema,
  },
  '/api/ztunnels/{namespace}/{pod}/config': {
    summary: "A ztunnel's own settings",
    query: ztunnelQuery,
    data: ztunnelConfigSchema,
  },
  '/api/ztunnels/{namespace}/{pod}/metrics': {
    summary: "A ztunnel's own counters and gauges as they are now",
    query: ztunnelQuery,
    data: ztunnelMetricsSchema,
  },
} as const satisfies Record<string, RouteEntry>;
