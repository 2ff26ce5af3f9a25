import { z } from 'zod';
import {
  atParameter,
  flagParameter,
  namespacesParameter,
  rangeParameter,
  wordsParameter,
} from './parameters.ts';

export const graphTypes = ['versionedApp', 'workload', 'app', 'service'] as const;
export type GraphType = (typeof graphTypes)[number];

/** What the graph can compute beyond rate, errors, mTLS and split; each costs one more query. */
export const graphExtras = ['latency', 'throughput', 'messages'] as const;
export type GraphExtra = (typeof graphExtras)[number];

/** `routed` draws a service node only where it routes (split, several workloads, routed host) or fails. */
export const serviceNodeModes = ['routed', 'true', 'false'] as const;
export type ServiceNodeMode = (typeof serviceNodeModes)[number];

export const graphQuery = z.strictObject({
  namespaces: namespacesParameter,
  range: rangeParameter,
  at: atParameter,
  type: z.enum(graphTypes).default('versionedApp'),
  serviceNodes: z.enum(serviceNodeModes).default('routed'),
  idle: flagParameter(false),
  operations: flagParameter(false),
  include: wordsParameter(graphExtras),
  tcp: z.enum(['sent', 'received', 'total']).default('sent'),
  focus: z.string().optional(),
  depth: z.coerce.number().int().min(1).max(10).default(1),
  foldRoutes: flagParameter(true),
});
export type GraphQuery = z.output<typeof graphQuery>;

export const graphSeriesQuery = z
  .strictObject({
    edge: z.string().optional(),
    node: z.string().optional(),
    namespaces: namespacesParameter,
    range: rangeParameter,
    at: atParameter,
    /** As the graph was asked that the id is from: they decide what runs over an edge, not what it is called. */
    type: z.enum(graphTypes).default('versionedApp'),
    serviceNodes: z.enum(serviceNodeModes).default('routed'),
    operations: flagParameter(false),
    foldRoutes: flagParameter(true),
  })
  .refine((query) => (query.edge === undefined) !== (query.node === undefined), {
    path: ['edge'],
    message: 'give either edge or node, as an id of /api/graph',
  });
export type GraphSeriesQuery = z.output<typeof graphSeriesQuery>;
