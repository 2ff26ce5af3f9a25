import type { z } from 'zod';
import { graphSchema } from './graph.ts';
import { graphQuery, graphSeriesQuery } from './graph-query.ts';
import { graphSeriesSchema } from './graph-series.ts';
import { namespacesQuery, namespacesSchema } from './namespaces.ts';
import { statusQuery, statusSchema } from './status.ts';
import { trafficQuery, trafficSchema } from './traffic.ts';

type RouteEntry = { summary: string; query: z.ZodType; data: z.ZodType };

/** Every JSON route of the API with its shapes: the source of the OpenAPI document and of the contract's tests. */
export const apiRoutes = {
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
} as const satisfies Record<string, RouteEntry>;
