import { z } from 'zod';
import { metadataSchema } from './metadata.ts';

const parentReferenceSchema = z.looseObject({
  group: z.string().optional(),
  kind: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string(),
  port: z.number().optional(),
});

const backendReferenceSchema = z.looseObject({
  group: z.string().optional(),
  kind: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string(),
  port: z.number().optional(),
  weight: z.number().optional(),
});

/** HTTPRoute and GRPCRoute (and the L4 routes): what they share. */
export const routeSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    parentRefs: z.array(parentReferenceSchema).default([]),
    hostnames: z.array(z.string()).default([]),
    rules: z
      .array(
        z.looseObject({
          name: z.string().optional(),
          matches: z.array(z.looseObject({})).optional(),
          filters: z
            .array(
              z.looseObject({
                type: z.string().optional(),
                requestMirror: z
                  .looseObject({
                    backendRef: backendReferenceSchema.optional(),
                    percent: z.number().optional(),
                  })
                  .optional(),
              }),
            )
            .optional(),
          timeouts: z.looseObject({ request: z.string().optional() }).optional(),
          backendRefs: z.array(backendReferenceSchema).default([]),
        }),
      )
      .default([]),
  }),
});

export const kubernetesGatewaySchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    gatewayClassName: z.string(),
    listeners: z
      .array(
        z.looseObject({
          name: z.string(),
          hostname: z.string().optional(),
          port: z.number(),
          protocol: z.string().optional(),
        }),
      )
      .default([]),
  }),
});
