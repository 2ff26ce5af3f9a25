import type { z } from 'zod';
import { graphSchema } from './graph.ts';
import { graphQuery, graphSeriesQuery } from './graph-query.ts';
import { graphSeriesSchema } from './graph-series.ts';
import { namespacesQuery, namespacesSchema } from './namespaces.ts';
import { statusQuery, statusSchema } from './status.ts';

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
} as const satisfies Record<string, RouteEntry>;
