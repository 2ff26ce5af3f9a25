import { z } from 'zod';
import { edgeSplitSchema } from './edge-split.ts';
import { explanationSchema, objectReferenceSchema } from './evidence.ts';
import { healthSchema } from './health.ts';

export const nodeKinds = [
  'workload',
  'application',
  'service',
  'serviceEntry',
  'operation',
  'unknown',
  'passthrough',
  'blackHole',
  'restricted',
  'namespace',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const badgeIds = [
  'missingSidecar',
  'virtualService',
  'trafficSplit',
  'faultInjection',
  'requestTimeout',
  'mirroring',
  'circuitBreaker',
  'gateway',
  'workloadEntry',
  'waypoint',
] as const;
export type BadgeId = (typeof badgeIds)[number];

/** A mark on a node: what it says and the objects that it was read from. */
export const badgeSchema = z.strictObject({
  id: z.enum(badgeIds),
  text: z.string(),
  objects: z.array(objectReferenceSchema),
});
export type Badge = z.infer<typeof badgeSchema>;

/**
 * Ids are readable and stable: `workload:<cluster>/<namespace>/<name>`, `service:…`, `unknown:<cluster>`.
 * Rates count requests of HTTP and gRPC; bytes are of TCP. What is not known is absent, never 0.
 */
export const graphNodeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(nodeKinds),
  cluster: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  app: z.string().optional(),
  version: z.string().optional(),
  workload: z.string().optional(),
  service: z.string().optional(),
  /** Real hosts asked for: of PassthroughCluster, BlackHoleCluster and a ServiceEntry's node. */
  hosts: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()),
  health: healthSchema,
  badges: z.array(badgeSchema),
  inMesh: z.boolean().optional(),
  isIdle: z.boolean().optional(),
  /** Outside the namespaces that were asked for. */
  isOutside: z.boolean().optional(),
  /** A source of traffic that nothing in the picture calls. */
  isRoot: z.boolean().optional(),
  podCount: z.int().optional(),
  explanation: explanationSchema.optional(),
  requestsInPerSecond: z.number().optional(),
  requestsOutPerSecond: z.number().optional(),
  bytesInPerSecond: z.number().optional(),
  bytesOutPerSecond: z.number().optional(),
});
export type GraphNode = z.infer<typeof graphNodeSchema>;

export const edgeProtocols = ['http', 'grpc', 'tcp'] as const;
export type EdgeProtocol = (typeof edgeProtocols)[number];

export const latencySchema = z.strictObject({
  p50: z.number().optional(),
  p95: z.number().optional(),
  p99: z.number().optional(),
});
export type Latency = z.infer<typeof latencySchema>;

/** `share` is of the edge's requests as that reporter saw them; code `-` means that no response came. */
export const responseSchema = z.strictObject({
  code: z.string(),
  flags: z.string(),
  host: z.string(),
  share: z.number(),
  requestsPerSecond: z.number(),
  reporter: z.enum(['source', 'destination', 'waypoint']),
});
export type EdgeResponse = z.infer<typeof responseSchema>;

/**
 * Connections of TCP, which has no answers: `flags` are Envoy's response flags, `-` where nothing was amiss. `share` is
 * of the edge's bytes in both directions, or of its opened connections where no byte flowed.
 */
export const connectionSchema = z.strictObject({ flags: z.string(), host: z.string(), share: z.number() });
export type EdgeConnection = z.infer<typeof connectionSchema>;

export const reporterViewSchema = z.strictObject({
  requestsPerSecond: z.number(),
  errorShare: z.number().optional(),
  responseTimeMs: latencySchema.optional(),
});
export type ReporterView = z.infer<typeof reporterViewSchema>;

export const graphEdgeSchema = z.strictObject({
  /** `<source>|<target>|<protocol>` */
  id: z.string(),
  source: z.string(),
  target: z.string(),
  protocol: z.enum(edgeProtocols),
  health: healthSchema,
  requestsPerSecond: z.number().optional(),
  /** Requests in the window, so that three in an hour are visible. */
  requestCount: z.number().optional(),
  /** Source's view: 5xx, no response, gRPC errors; includes what never arrived. */
  errorShare: z.number().optional(),
  /** 4xx, which are the callers' own. */
  clientErrorShare: z.number().optional(),
  /**
   * HTTP and gRPC: one row for each code, flags, host and reporter. Reporters need not have seen the same requests: where
   * one side has no proxy, only the other counts. The rows of a reporter add up to its entry in `reporters`.
   */
  responses: z.array(responseSchema).optional(),
  /** As the destination's proxy saw it, so that the network stays out; the source's is in `reporters`. */
  responseTimeMs: latencySchema.optional(),
  requestBytesPerSecond: z.number().optional(),
  responseBytesPerSecond: z.number().optional(),
  messagesSentPerSecond: z.number().optional(),
  messagesReceivedPerSecond: z.number().optional(),
  /** TCP, in the caller's sense. */
  bytesSentPerSecond: z.number().optional(),
  bytesReceivedPerSecond: z.number().optional(),
  connectionsOpenedPerSecond: z.number().optional(),
  connections: z.array(connectionSchema).optional(),
  mtlsShare: z.number().optional(),
  principals: z.strictObject({ source: z.array(z.string()), destination: z.array(z.string()) }).optional(),
  reporters: z
    .strictObject({
      source: reporterViewSchema.optional(),
      destination: reporterViewSchema.optional(),
      waypoint: reporterViewSchema.optional(),
    })
    .optional(),
  /**
   * Set where the reporters disagree by more than 5 % about requests that both could see: what lies between them. Without
   * a source in `reporters` the edge carries only what no caller sent on its own account, such as mirrored copies: it
   * counts in no caller's rate and in no split.
   */
  reportersDiffer: explanationSchema.optional(),
  /** Share of this backend among all of the same source through the same route. */
  splitShare: z.number().optional(),
  /** The route behind `splitShare`. */
  route: objectReferenceSchema.optional(),
  /** The same with its interval, and what the route's weights say. */
  split: edgeSplitSchema.optional(),
  isIdle: z.boolean().optional(),
});
export type GraphEdge = z.infer<typeof graphEdgeSchema>;

export const graphBoxSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['cluster', 'namespace', 'app']),
  name: z.string(),
  parent: z.string().optional(),
  /** Ids of the nodes that stand in the box itself, not in a box within it. */
  members: z.array(z.string()),
  /** Namespaces only: the mutual TLS mode in force, e.g. STRICT. */
  mtls: z.string().optional(),
});
export type GraphBox = z.infer<typeof graphBoxSchema>;

/** Something about the telemetry itself that makes the picture less than certain. */
export const graphQualitySchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  count: z.number(),
  example: z.string().optional(),
});
export type GraphQuality = z.infer<typeof graphQualitySchema>;

export const windowSchema = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() });

export const graphSchema = z.strictObject({
  window: windowSchema,
  nodes: z.array(graphNodeSchema),
  edges: z.array(graphEdgeSchema),
  boxes: z.array(graphBoxSchema),
  quality: z.array(graphQualitySchema),
  /** How much idle or hidden was left out, so that the screen can say it. */
  hidden: z.strictObject({ idle: z.int() }),
  /** Set when the mesh was too large to draw flat and was summed by namespace. */
  summed: z.strictObject({ text: z.string(), nodeCount: z.int(), edgeCount: z.int() }).optional(),
});
export type Graph = z.infer<typeof graphSchema>;
