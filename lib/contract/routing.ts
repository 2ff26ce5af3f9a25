import { z } from 'zod';
import { targetFields } from './details.ts';
import { explanationSchema, objectReferenceSchema } from './evidence.ts';
import { podCountsSchema } from './inventory.ts';

export const routingQuery = z.strictObject({
  namespace: targetFields.namespace,
  name: targetFields.name,
  cluster: targetFields.cluster,
});
export type RoutingQuery = z.output<typeof routingQuery>;

/** Where a rule sends its requests, or one share of them. */
export const routeDestinationSchema = z.strictObject({
  host: z.string(),
  service: z.strictObject({ namespace: z.string(), name: z.string() }).optional(),
  subset: z.string().optional(),
  port: z.int().optional(),
  /** Of the rule's requests, 0…1: weights are shares of their sum, whatever that is. */
  share: z.number(),
  weight: z.number().optional(),
  /** Pods behind it; absent where they are not Kubernetes' to know. */
  endpoints: podCountsSchema.optional(),
  /** Why requests sent here fail, e.g. a subset that no DestinationRule defines. */
  problem: z.string().optional(),
});
export type RouteDestination = z.infer<typeof routeDestinationSchema>;

/** One rule, in the order in which Envoy tries them. */
export const routeRuleSchema = z.strictObject({
  name: z.string().optional(),
  /** The object that it stands in: of a delegate another one than the route's. */
  object: objectReferenceSchema,
  /** Its place in the object, e.g. `spec.http[0]`. */
  path: z.string(),
  /** Alternatives, each a sentence of conditions; none means every request. */
  matches: z.array(z.string()),
  /** What is done to the request beside, in words: faults, timeouts, retries, rewrites. */
  actions: z.array(z.string()),
  destinations: z.array(routeDestinationSchema),
  /** A rule before it takes every request. */
  isUnreachable: z.boolean(),
});
export type RouteRule = z.infer<typeof routeRuleSchema>;

/** A route object as far as it is about this service. `side` says whose proxies apply it. */
export const serviceRouteSchema = z.strictObject({
  object: objectReferenceSchema,
  protocol: z.enum(['http', 'grpc', 'tls', 'tcp']),
  side: z.enum(['mesh', 'gateway']),
  gateways: z.array(objectReferenceSchema),
  hosts: z.array(z.string()),
  rules: z.array(routeRuleSchema),
  isInForce: z.boolean(),
  why: explanationSchema,
});
export type ServiceRoute = z.infer<typeof serviceRouteSchema>;

export const subsetSchema = z.strictObject({
  name: z.string(),
  object: objectReferenceSchema,
  labels: z.record(z.string(), z.string()),
  endpoints: podCountsSchema,
  workloads: z.array(z.string()),
  policy: z.array(z.string()),
  problem: z.string().optional(),
});
export type Subset = z.infer<typeof subsetSchema>;

/** A DestinationRule for this service: for whom it holds, and what it sets. */
export const destinationPolicySchema = z.strictObject({
  object: objectReferenceSchema,
  isInForce: z.boolean(),
  scope: z.string(),
  policy: z.array(z.string()),
});
export type DestinationPolicy = z.infer<typeof destinationPolicySchema>;

/** A way in from outside the mesh. */
export const entranceSchema = z.strictObject({
  url: z.string(),
  gateway: objectReferenceSchema,
  workloads: z.array(z.string()),
  route: objectReferenceSchema,
  problem: z.string().optional(),
});
export type Entrance = z.infer<typeof entranceSchema>;

export const routingSchema = z.strictObject({
  /** One sentence: where a request without anything special goes. */
  summary: z.string(),
  hosts: z.array(z.string()),
  endpoints: podCountsSchema.optional(),
  entrances: z.array(entranceSchema),
  routes: z.array(serviceRouteSchema),
  destinationRules: z.array(destinationPolicySchema),
  subsets: z.array(subsetSchema),
});
export type Routing = z.infer<typeof routingSchema>;
