import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';
import { healthSchema } from './health.ts';
import { proxyTypes } from './proxies.ts';

export const meshQuery = z.strictObject({});
export type MeshQuery = z.output<typeof meshQuery>;

/** One pod of a control plane. */
export const istiodReplicaSchema = z.strictObject({
  pod: z.string(),
  isReady: z.boolean(),
  /** What it says of itself. */
  version: z.string().optional(),
  image: z.string().optional(),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  restarts: z.int(),
  /** Proxies that are connected to it, and how many of them run what they were sent; absent where it did not say. */
  proxies: z.strictObject({ connected: z.int(), inSync: z.int() }).optional(),
  /** Why istiod's own part is missing. */
  unanswered: z.string().optional(),
});
export type IstiodReplica = z.infer<typeof istiodReplicaSchema>;

/** All replicas of one revision in one namespace; `external` runs elsewhere, and only its address is known. */
export const controlPlaneSchema = z.strictObject({
  revision: z.string(),
  namespace: z.string(),
  workload: z.string().optional(),
  external: z.string().optional(),
  desiredReplicas: z.int().optional(),
  versions: z.array(z.string()),
  replicas: z.array(istiodReplicaSchema),
  proxies: z.strictObject({ connected: z.int(), inSync: z.int() }).optional(),
  health: healthSchema,
});
export type ControlPlane = z.infer<typeof controlPlaneSchema>;

export const revisionSchema = z.strictObject({
  revision: z.string(),
  hasControlPlane: z.boolean(),
  tags: z.array(z.string()),
  namespaces: z.array(z.string()),
  /** Pods with a proxy of this revision. */
  proxies: z.int(),
  health: healthSchema,
});
export type Revision = z.infer<typeof revisionSchema>;

/** A name that namespaces use in place of a revision, kept in the labels of a webhook. */
export const revisionTagSchema = z.strictObject({
  tag: z.string(),
  revision: z.string(),
  webhook: z.string(),
  namespaces: z.array(z.string()),
  /** Pods with a proxy whose namespace, or own label, names the tag. */
  proxies: z.int(),
  health: healthSchema,
});
export type RevisionTag = z.infer<typeof revisionTagSchema>;

export const componentTypes = ['istiod', ...proxyTypes, 'cni'] as const;
export type ComponentType = (typeof componentTypes)[number];

/** How a version stands to that of its control plane, by Istio's rule of supported versions. */
export const skews = ['same', 'patch', 'supported', 'unsupported', 'unknown'] as const;
export type Skew = (typeof skews)[number];

export const componentVersionSchema = z.strictObject({
  type: z.enum(componentTypes),
  /** Absent where neither istiod nor an image says it. */
  version: z.string().optional(),
  count: z.int(),
  /** `istiod` told it, or it was read off the image. */
  source: z.enum(['istiod', 'image', 'none']),
  members: z.array(z.strictObject({ namespace: z.string(), name: z.string() })),
  skew: z.enum(skews),
  why: z.string(),
});
export type ComponentVersion = z.infer<typeof componentVersionSchema>;

/** Something of an earlier installation. `command` would remove it; Vigla never runs it. */
export const leftOverSchema = z.strictObject({
  title: z.string(),
  object: objectReferenceSchema,
  why: z.string(),
  command: z.string(),
});
export type LeftOver = z.infer<typeof leftOverSchema>;

/** A cluster as each istiod sees it: the one it runs in, or one that a remote secret names. */
export const meshClusterSchema = z.strictObject({
  id: z.string(),
  isHome: z.boolean(),
  /** `namespace/name` of the remote secret. */
  secret: z.string().optional(),
  syncs: z.array(
    z.strictObject({ replica: z.string(), revision: z.string().optional(), status: z.string() }),
  ),
  health: healthSchema,
});
export type MeshCluster = z.infer<typeof meshClusterSchema>;

export const meshNetworkSchema = z.strictObject({
  network: z.string(),
  /** Where its name comes from, in words. */
  sources: z.array(z.string()),
  gateways: z.array(z.string()),
});
export type MeshNetwork = z.infer<typeof meshNetworkSchema>;

export const gatewayRoles = ['istio', 'gatewayApi', 'eastWest', 'waypoint'] as const;
export type GatewayRole = (typeof gatewayRoles)[number];

/** Proxies at an edge of the mesh, the Service in front of them, and the objects that they serve. */
export const meshGatewaySchema = z.strictObject({
  role: z.enum(gatewayRoles),
  namespace: z.string(),
  name: z.string(),
  pods: z.strictObject({ ready: z.int(), total: z.int() }),
  service: objectReferenceSchema.optional(),
  serviceType: z.string().optional(),
  /** From outside, or inside the cluster alone where there are no others. */
  addresses: z.array(z.string()),
  ports: z.array(z.string()),
  serves: z.array(objectReferenceSchema),
  health: healthSchema,
});
export type MeshGateway = z.infer<typeof meshGatewaySchema>;

/** `expiresAt` is the end of the root certificate's life as each replica of istiod reports it. */
export const trustSchema = z.strictObject({
  domains: z.array(
    z.strictObject({ revision: z.string(), domain: z.string(), aliases: z.array(z.string()) }),
  ),
  roots: z.array(
    z.strictObject({
      replica: z.string(),
      expiresAt: z.iso.datetime({ offset: true }),
      health: healthSchema,
    }),
  ),
});
export type Trust = z.infer<typeof trustSchema>;

export const meshSchema = z.strictObject({
  controlPlanes: z.array(controlPlaneSchema),
  revisions: z.array(revisionSchema),
  tags: z.array(revisionTagSchema),
  /** Namespaces that ask for no revision and are not ambient. */
  outside: z.array(z.string()),
  ambient: z.array(z.string()),
  versions: z.array(componentVersionSchema),
  versionRule: z.string(),
  leftOvers: z.array(leftOverSchema),
  /** What was not looked for, and why. */
  leftOversNote: z.string().optional(),
  clusters: z.array(meshClusterSchema),
  networks: z.array(meshNetworkSchema),
  gateways: z.array(meshGatewaySchema),
  trust: trustSchema,
});
export type Mesh = z.infer<typeof meshSchema>;
