import { z } from 'zod';
import { explanationSchema, objectReferenceSchema } from './evidence.ts';
import { namespacesParameter } from './parameters.ts';

export const ambientQuery = z.strictObject({ namespaces: namespacesParameter });
export type AmbientQuery = z.output<typeof ambientQuery>;

export const ztunnelItemSchema = z.strictObject({
  namespace: z.string(),
  pod: z.string(),
  node: z.string().optional(),
  isReady: z.boolean(),
  /** Captured pods on its node. */
  captured: z.int(),
});
export type ZtunnelItem = z.infer<typeof ztunnelItemSchema>;

/** `captured`: its traffic goes through ztunnel; `pending`: in part; `excluded`: it was taken out on purpose. */
export const captureStates = ['captured', 'pending', 'notCaptured', 'excluded'] as const;
export type CaptureState = (typeof captureStates)[number];

/** Which waypoint something is to use, and the label that says so. */
export const waypointUseSchema = z.strictObject({
  namespace: z.string(),
  name: z.string(),
  /** `Namespace bookinfo: label istio.io/use-waypoint=waypoint` */
  from: z.string(),
  /** Why it has no effect. */
  problem: z.string().optional(),
});
export type WaypointUse = z.infer<typeof waypointUseSchema>;

export const capturedPodSchema = z.strictObject({
  namespace: z.string(),
  pod: z.string(),
  workload: z.strictObject({ kind: z.string(), name: z.string() }).optional(),
  node: z.string().optional(),
  state: z.enum(captureStates),
  why: explanationSchema,
  /** For traffic addressed to the pod itself. */
  waypoint: waypointUseSchema.optional(),
});
export type CapturedPod = z.infer<typeof capturedPodSchema>;

/** Something that is to use a waypoint. `bound` is istiod's own word about it, where it gives one. */
export const enrolledSchema = z.strictObject({
  object: objectReferenceSchema,
  label: z.string(),
  bound: z.string().optional(),
  problem: z.string().optional(),
});
export type Enrolled = z.infer<typeof enrolledSchema>;

export const waypointItemSchema = z.strictObject({
  namespace: z.string(),
  name: z.string(),
  revision: z.string().optional(),
  /** `service`, `workload`, `all` or `none`, and where that is said. */
  trafficType: z.string(),
  trafficTypeFrom: z.enum(['label', 'default']),
  isProgrammed: z.boolean().optional(),
  /** The reason and message of its condition, where it is not programmed. */
  message: z.string().optional(),
  pods: z.array(z.strictObject({ name: z.string(), isReady: z.boolean() })),
  enrolled: z.array(enrolledSchema),
  /** What its Envoy refused or reports, in sentences. */
  errors: z.array(z.string()),
});
export type WaypointItem = z.infer<typeof waypointItemSchema>;

/** An object that wants something of layer 7 where only ztunnel, which knows layer 4, would do it. */
export const layer7GapSchema = z.strictObject({
  object: objectReferenceSchema,
  why: explanationSchema,
  /** Workloads or services concerned. */
  affected: z.array(objectReferenceSchema),
});
export type Layer7Gap = z.infer<typeof layer7GapSchema>;

export const ambientSchema = z.strictObject({
  /** Whether anything of ambient mode is there at all. */
  isUsed: z.boolean(),
  ztunnels: z.array(ztunnelItemSchema),
  pods: z.array(capturedPodSchema),
  waypoints: z.array(waypointItemSchema),
  gaps: z.array(layer7GapSchema),
});
export type Ambient = z.infer<typeof ambientSchema>;
