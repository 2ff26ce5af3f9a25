import { z } from 'zod';
import { targetFields } from './details.ts';
import { graphEdgeSchema, graphNodeSchema, graphQualitySchema, windowSchema } from './graph.ts';
import { flagParameter } from './parameters.ts';

export const trafficQuery = z.strictObject({
  ...targetFields,
  /** With peers that sent nothing in the window. */
  idle: flagParameter(false),
});
export type TrafficQuery = z.output<typeof trafficQuery>;

/** One peer over one protocol: an edge of the graph, and the node at its other end. */
export const trafficRowSchema = z.strictObject({ edge: graphEdgeSchema, peer: graphNodeSchema });
export type TrafficRow = z.infer<typeof trafficRowSchema>;

/** Inbound of a service are its callers, outbound are the workloads that its requests reach. Busiest first. */
export const trafficSchema = z.strictObject({
  window: windowSchema,
  /** The target as the graph has it; absent where it neither exists nor had traffic. */
  node: graphNodeSchema.optional(),
  inbound: z.array(trafficRowSchema),
  outbound: z.array(trafficRowSchema),
  quality: z.array(graphQualitySchema),
  /** How the graph has to be asked for these edges, for links to it and for questions about one of them. */
  picture: z.strictObject({
    namespaces: z.string(),
    type: z.string(),
    serviceNodes: z.string(),
    foldRoutes: z.string(),
  }),
});
export type Traffic = z.infer<typeof trafficSchema>;
