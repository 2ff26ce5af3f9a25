import { z } from 'zod';
import { explanationSchema, objectReferenceSchema } from './evidence.ts';
import { healthSchema } from './health.ts';
import { atParameter, namespacesParameter, rangeParameter, wordsParameter } from './parameters.ts';

export const inventoryQuery = z.strictObject({
  namespaces: namespacesParameter,
  range: rangeParameter,
  at: atParameter,
  /** Response times need every bucket of every histogram: by far the dearest of the questions. */
  include: wordsParameter(['latency']),
});
export type InventoryQuery = z.output<typeof inventoryQuery>;

export const meshModes = [
  'sidecar',
  'gateway',
  'ambient',
  'waypoint',
  'partial',
  'none',
  'controlPlane',
  'unknown',
] as const;
export type MeshMode = (typeof meshModes)[number];

/** How a thing is in the mesh; `partial` means that only some of its pods are. `why` says what decided it. */
export const membershipSchema = z.strictObject({ mode: z.enum(meshModes), why: explanationSchema });
export type Membership = z.infer<typeof membershipSchema>;

/** Of the window: what arrives, as the graph counts it. Absent where nothing was measured, never 0. */
export const figuresSchema = z.strictObject({
  requestsPerSecond: z.number().optional(),
  errorShare: z.number().optional(),
  p95Ms: z.number().optional(),
  /** TCP, both directions. */
  bytesPerSecond: z.number().optional(),
});
export type Figures = z.infer<typeof figuresSchema>;

const itemFields = {
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  health: healthSchema,
  inMesh: membershipSchema,
  labels: z.record(z.string(), z.string()),
  versions: z.array(z.string()),
  figures: figuresSchema,
  /** Istio and Gateway API objects that say something about it. */
  objects: z.array(objectReferenceSchema),
};

export const podCountsSchema = z.strictObject({ ready: z.int(), total: z.int() });

export const workloadItemSchema = z.strictObject({
  ...itemFields,
  /** Of the controller: `Deployment`, `CronJob`, `Rollout`, `Pod` … */
  kind: z.string(),
  app: z.string().optional(),
  pods: podCountsSchema,
  /** Names of the services in its namespace that select it. */
  services: z.array(z.string()),
});
export type WorkloadItem = z.infer<typeof workloadItemSchema>;

export const portSchema = z.strictObject({
  port: z.int(),
  name: z.string().optional(),
  /** What Istio takes it for: `http`, `grpc`, `tcp`, `auto` … and where that is said; `protocol` is a ServiceEntry's field. */
  protocol: z.string(),
  protocolFrom: z.enum(['appProtocol', 'name', 'protocol', 'wellKnownPort', 'detection', 'transport']),
  targetPort: z.string().optional(),
});
export type Port = z.infer<typeof portSchema>;

export const serviceItemSchema = z.strictObject({
  ...itemFields,
  /** Kubernetes' type, `Headless`, or `ServiceEntry`. */
  type: z.string(),
  hosts: z.array(z.string()),
  ports: z.array(portSchema),
  endpoints: podCountsSchema.optional(),
  /** Names of the workloads behind it. */
  workloads: z.array(z.string()),
});
export type ServiceItem = z.infer<typeof serviceItemSchema>;

export const applicationItemSchema = z.strictObject({
  ...itemFields,
  workloads: z.array(z.strictObject({ name: z.string(), version: z.string().optional() })),
  services: z.array(z.string()),
  pods: podCountsSchema,
});
export type ApplicationItem = z.infer<typeof applicationItemSchema>;

export const workloadsSchema = z.strictObject({ items: z.array(workloadItemSchema) });
export type Workloads = z.infer<typeof workloadsSchema>;
export const servicesSchema = z.strictObject({ items: z.array(serviceItemSchema) });
export type Services = z.infer<typeof servicesSchema>;
export const applicationsSchema = z.strictObject({ items: z.array(applicationItemSchema) });
export type Applications = z.infer<typeof applicationsSchema>;
