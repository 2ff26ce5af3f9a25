import { z } from 'zod';
import { explanationSchema, objectReferenceSchema } from './evidence.ts';
import {
  applicationItemSchema,
  membershipSchema,
  serviceItemSchema,
  workloadItemSchema,
} from './inventory.ts';
import { mtlsModes } from './namespaces.ts';
import { atParameter, clusterParameter, namePart, namespacePart, rangeParameter } from './parameters.ts';

/** What a target's own route and each of its tabs are asked with. */
export const targetFields = {
  namespace: namespacePart,
  name: namePart,
  cluster: clusterParameter,
  range: rangeParameter,
  at: atParameter,
};

export const targetQuery = z.strictObject(targetFields);
export type TargetQuery = z.output<typeof targetQuery>;

/** `failed` breaks traffic or telemetry, `warning` blurs them; `unknown` says what could not be read. */
export const requirementStates = ['ok', 'warning', 'failed', 'unknown', 'notApplicable'] as const;

/** One of Istio's requirements of pods and Services, judged with its proof. `pods` are those it is not met by. */
export const requirementSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(requirementStates),
  why: explanationSchema,
  pods: z.array(z.string()),
});
export type Requirement = z.infer<typeof requirementSchema>;

export const containerSchema = z.strictObject({
  name: z.string(),
  image: z.string(),
  role: z.enum(['app', 'proxy', 'init']),
  isReady: z.boolean(),
  /** `running`, or the reason why not: `CrashLoopBackOff`, `Completed` … */
  state: z.string(),
  restarts: z.int(),
});
export type Container = z.infer<typeof containerSchema>;

export const podSchema = z.strictObject({
  name: z.string(),
  phase: z.string(),
  isReady: z.boolean(),
  ip: z.string().optional(),
  node: z.string().optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  inMesh: membershipSchema,
  proxyVersion: z.string().optional(),
  revision: z.string().optional(),
  /** Per type as istiod told it: `SYNCED`, `STALE`, `NOT SENT`; absent where istiod was not asked. */
  sync: z.record(z.string(), z.string()).optional(),
  containers: z.array(containerSchema),
});
export type Pod = z.infer<typeof podSchema>;

const mtlsSchema = z.strictObject({ mode: z.enum(mtlsModes), setBy: objectReferenceSchema.optional() });

const detailFields = {
  /** Of the target's node in the graph. */
  nodeId: z.string(),
  annotations: z.record(z.string(), z.string()),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  mtls: mtlsSchema.optional(),
};

export const workloadDetailSchema = z.strictObject({
  ...workloadItemSchema.shape,
  ...detailFields,
  serviceAccount: z.string().optional(),
  /** The SPIFFE identity under which it calls others. */
  principal: z.string().optional(),
  podList: z.array(podSchema),
  requirements: z.array(requirementSchema),
});
export type WorkloadDetail = z.infer<typeof workloadDetailSchema>;

export const endpointSchema = z.strictObject({
  address: z.string(),
  ports: z.array(z.int()),
  isReady: z.boolean(),
  pod: z.string().optional(),
  workload: z.string().optional(),
  version: z.string().optional(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const serviceDetailSchema = z.strictObject({
  ...serviceItemSchema.shape,
  ...detailFields,
  clusterIps: z.array(z.string()),
  selector: z.record(z.string(), z.string()),
  endpointList: z.array(endpointSchema),
  requirements: z.array(requirementSchema),
});
export type ServiceDetail = z.infer<typeof serviceDetailSchema>;

export const applicationDetailSchema = z.strictObject({
  ...applicationItemSchema.shape,
  ...detailFields,
  workloadList: z.array(workloadItemSchema),
  serviceList: z.array(serviceItemSchema),
});
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>;
