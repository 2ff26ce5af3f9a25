import { appliedConfigQuery, appliedConfigSchema } from './applied-config.ts';
import { canaryRoutes } from './canary-routes.ts';
import { chartsQuery, chartsSchema } from './charts.ts';
import { compareRoutes } from './compare-routes.ts';
import {
  applicationDetailSchema,
  serviceDetailSchema,
  targetQuery,
  workloadDetailSchema,
} from './details.ts';
import { graphSchema } from './graph.ts';
import { graphQuery, graphSeriesQuery } from './graph-query.ts';
import { graphSeriesSchema } from './graph-series.ts';
import { applicationsSchema, inventoryQuery, servicesSchema, workloadsSchema } from './inventory.ts';
import { logPeersQuery, logPeersSchema } from './log-peers.ts';
import { logsQuery, logsSchema, requestTraceQuery, requestTraceSchema } from './logs.ts';
import { meshRoutes } from './mesh-routes.ts';
import { namespacesQuery, namespacesSchema } from './namespaces.ts';
import { objectRoutes } from './object-routes.ts';
import { proxyRoutes } from './proxy-routes.ts';
import type { RouteEntry } from './route-entry.ts';
import { routingQuery, routingSchema } from './routing.ts';
import { statusQuery, statusSchema } from './status.ts';
import { targetTracesQuery, traceQuery, traceSchema, tracesQuery, tracesSchema } from './traces.ts';
import { trafficQuery, trafficSchema } from './traffic.ts';
import { ztunnelRoutes } from './ztunnel-routes.ts';

/** Every JSON route of the API with its shapes: the source of the OpenAPI document and of the contract's tests. */
export const apiRoutes = {
  ...proxyRoutes,
  ...objectRoutes,
  ...meshRoutes,
  ...canaryRoutes,
  ...ztunnelRoutes,
  ...compareRoutes,
  '/api/graph': {
    summary:
      'The service graph of a window: nodes, edges, boxes and the quality of the telemetry behind them',
    query: graphQuery,
    data: graphSchema,
  },
  '/api/graph/series': {
    summary: 'Rate, errors and latency of one edge or node over time, at most 60 points',
    query: graphSeriesQuery,
    data: graphSeriesSchema,
  },
  '/api/namespaces': {
    summary: 'Namespaces with health, mutual TLS mode, injection and rates',
    query: namespacesQuery,
    data: namespacesSchema,
  },
  '/api/status': {
    summary: 'Version, mode, the state of each source, and who the caller is',
    query: statusQuery,
    data: statusSchema,
  },
  '/api/applications': {
    summary: 'Applications with health, membership, figures and what configures them',
    query: inventoryQuery,
    data: applicationsSchema,
  },
  '/api/services': {
    summary: 'Services and ServiceEntries with health, membership, ports, endpoints and figures',
    query: inventoryQuery,
    data: servicesSchema,
  },
  '/api/workloads': {
    summary: 'Workloads of every kind with health, membership, pods and figures',
    query: inventoryQuery,
    data: workloadsSchema,
  },
  '/api/applications/{namespace}/{name}': {
    summary: 'One application with its workloads, Services and mutual TLS mode',
    query: targetQuery,
    data: applicationDetailSchema,
  },
  '/api/services/{namespace}/{name}': {
    summary: "One Service or ServiceEntry with its endpoints, and Istio's requirements of it",
    query: targetQuery,
    data: serviceDetailSchema,
  },
  '/api/workloads/{namespace}/{name}': {
    summary: "One workload with its pods, identity and mutual TLS mode, and Istio's requirements of it",
    query: targetQuery,
    data: workloadDetailSchema,
  },
  '/api/applications/{namespace}/{name}/traffic': {
    summary: 'Every peer of an application, inbound and outbound, with codes, flags and mutual TLS',
    query: trafficQuery,
    data: trafficSchema,
  },
  '/api/services/{namespace}/{name}/traffic': {
    summary: 'Callers of a service, and the workloads that their requests reach',
    query: trafficQuery,
    data: trafficSchema,
  },
  '/api/workloads/{namespace}/{name}/traffic': {
    summary: 'Every peer of a workload, inbound and outbound, with codes, flags and mutual TLS',
    query: trafficQuery,
    data: trafficSchema,
  },
  '/api/applications/{namespace}/{name}/logs': {
    summary: 'The newest log lines of all pods of an application, in one order of time',
    query: logsQuery,
    data: logsSchema,
  },
  '/api/services/{namespace}/{name}/logs': {
    summary: 'The newest log lines of all pods behind a service, in one order of time',
    query: logsQuery,
    data: logsSchema,
  },
  '/api/workloads/{namespace}/{name}/logs': {
    summary: "The newest log lines of a workload's pods, in one order of time",
    query: logsQuery,
    data: logsSchema,
  },
  '/api/traces': {
    summary: 'Traces of a window, newest first, by service, operation, duration, error and tags',
    query: tracesQuery,
    data: tracesSchema,
  },
  '/api/traces/by-request/{id}': {
    summary: "The spans of one request, by the request id in a log line of a target's proxy",
    query: requestTraceQuery,
    data: requestTraceSchema,
  },
  '/api/traces/{id}': {
    summary: 'One trace as a waterfall: every span with its story, its critical parts and what is usual',
    query: traceQuery,
    data: traceSchema,
  },
  '/api/applications/{namespace}/{name}/traces': {
    summary: 'Traces with a span of an application, whatever its version',
    query: targetTracesQuery,
    data: tracesSchema,
  },
  '/api/services/{namespace}/{name}/traces': {
    summary: 'Traces with a request that arrived at the workloads behind a service',
    query: targetTracesQuery,
    data: tracesSchema,
  },
  '/api/workloads/{namespace}/{name}/traces': {
    summary: "Traces with a span of a workload's own proxies",
    query: targetTracesQuery,
    data: tracesSchema,
  },
  '/api/services/{namespace}/{name}/routing': {
    summary: 'Where a request to a Service or ServiceEntry goes: routes, subsets, policies, ways in',
    query: routingQuery,
    data: routingSchema,
  },
  '/api/workloads/{namespace}/{name}/metrics': {
    summary: 'Charts of what a workload receives or sends, grouped by any label, with the PromQL behind them',
    query: chartsQuery,
    data: chartsSchema,
  },
  '/api/services/{namespace}/{name}/metrics': {
    summary: 'Charts of what a service receives, grouped by any label, with the PromQL behind them',
    query: chartsQuery,
    data: chartsSchema,
  },
  '/api/applications/{namespace}/{name}/metrics': {
    summary:
      'Charts of what all versions of an application receive or send, grouped by any label, with the PromQL behind them',
    query: chartsQuery,
    data: chartsSchema,
  },
  '/api/applications/{namespace}/{name}/log-peers': {
    summary:
      'Traffic of an application that only access logs tell of: refused before it was counted, or of pods without a proxy',
    query: logPeersQuery,
    data: logPeersSchema,
  },
  '/api/services/{namespace}/{name}/log-peers': {
    summary:
      'Traffic of a service that only access logs tell of: refused before it was counted, or of pods without a proxy',
    query: logPeersQuery,
    data: logPeersSchema,
  },
  '/api/workloads/{namespace}/{name}/log-peers': {
    summary:
      'Traffic of a workload that only access logs tell of: refused before it was counted, or of pods without a proxy',
    query: logPeersQuery,
    data: logPeersSchema,
  },
  '/api/applications/{namespace}/{name}/config': {
    summary: 'Istio and Gateway API objects that apply to an application, why, and what they say',
    query: appliedConfigQuery,
    data: appliedConfigSchema,
  },
  '/api/services/{namespace}/{name}/config': {
    summary: 'Istio and Gateway API objects that apply to a service, why, and what they say',
    query: appliedConfigQuery,
    data: appliedConfigSchema,
  },
  '/api/workloads/{namespace}/{name}/config': {
    summary: 'Istio and Gateway API objects that apply to a workload, why, and what they say',
    query: appliedConfigQuery,
    data: appliedConfigSchema,
  },
} as const satisfies Record<string, RouteEntry>;
