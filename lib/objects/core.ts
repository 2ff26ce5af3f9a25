import { z } from 'zod';
import { metadataSchema } from './metadata.ts';

export const namespaceSchema = z.looseObject({ metadata: metadataSchema });

const securityContextSchema = z.looseObject({
  runAsUser: z.number().nullish(),
  capabilities: z.looseObject({ add: z.array(z.string()).nullish() }).nullish(),
});

const containerSchema = z.looseObject({
  name: z.string(),
  image: z.string().optional(),
  args: z.array(z.string()).optional(),
  restartPolicy: z.string().optional(),
  ports: z
    .array(
      z.looseObject({
        containerPort: z.number(),
        name: z.string().nullish(),
        protocol: z.string().nullish(),
      }),
    )
    .nullish(),
  securityContext: securityContextSchema.nullish(),
});

const containerStatusSchema = z.looseObject({
  name: z.string(),
  ready: z.boolean().nullish(),
  restartCount: z.number().nullish(),
  state: z
    .looseObject({
      running: z.looseObject({}).nullish(),
      waiting: z.looseObject({ reason: z.string().nullish() }).nullish(),
      terminated: z.looseObject({ reason: z.string().nullish(), exitCode: z.number().nullish() }).nullish(),
    })
    .nullish(),
});

export const podSpecSchema = z.looseObject({
  serviceAccountName: z.string().optional(),
  hostNetwork: z.boolean().optional(),
  nodeName: z.string().optional(),
  securityContext: securityContextSchema.nullish(),
  containers: z.array(containerSchema).default([]),
  initContainers: z.array(containerSchema).default([]),
});

export const podSchema = z.looseObject({
  metadata: metadataSchema,
  spec: podSpecSchema,
  status: z
    .looseObject({
      phase: z.string().optional(),
      podIP: z.string().optional(),
      startTime: z.string().optional(),
      containerStatuses: z.array(containerStatusSchema).nullish(),
      initContainerStatuses: z.array(containerStatusSchema).nullish(),
      conditions: z.array(z.looseObject({ type: z.string(), status: z.string() })).default([]),
    })
    .prefault({}),
});

export const serviceSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      type: z.string().optional(),
      clusterIP: z.string().optional(),
      clusterIPs: z.array(z.string()).nullish(),
      publishNotReadyAddresses: z.boolean().nullish(),
      externalName: z.string().optional(),
      selector: z.record(z.string(), z.string()).optional(),
      ports: z
        .array(
          z.looseObject({
            name: z.string().optional(),
            port: z.number(),
            protocol: z.string().optional(),
            appProtocol: z.string().optional(),
            targetPort: z.union([z.number(), z.string()]).optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
});

export const endpointSliceSchema = z.looseObject({
  metadata: metadataSchema,
  addressType: z.string().optional(),
  endpoints: z
    .array(
      z.looseObject({
        addresses: z.array(z.string()).default([]),
        conditions: z.looseObject({ ready: z.boolean().optional() }).optional(),
        targetRef: z.looseObject({ kind: z.string().optional(), name: z.string().optional() }).optional(),
      }),
    )
    .nullish(),
  ports: z.array(z.looseObject({ name: z.string().nullish(), port: z.number().nullish() })).nullish(),
});

export const configMapSchema = z.looseObject({
  metadata: metadataSchema,
  data: z.record(z.string(), z.string()).optional(),
});

/** Deployments, StatefulSets, DaemonSets, ReplicaSets, Jobs, CronJobs: what they share. */
export const workloadSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      replicas: z.number().optional(),
      selector: z.looseObject({ matchLabels: z.record(z.string(), z.string()).optional() }).optional(),
      template: z
        .looseObject({
          metadata: z
            .looseObject({
              labels: z.record(z.string(), z.string()).default({}),
              annotations: z.record(z.string(), z.string()).default({}),
            })
            .prefault({}),
          spec: podSpecSchema.optional(),
        })
        .optional(),
    })
    .prefault({}),
  status: z
    .looseObject({
      replicas: z.number().optional(),
      availableReplicas: z.number().optional(),
      readyReplicas: z.number().optional(),
      /** DaemonSets count nodes instead of replicas. */
      desiredNumberScheduled: z.number().optional(),
      numberAvailable: z.number().optional(),
    })
    .prefault({}),
});
