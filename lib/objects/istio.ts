import { z } from 'zod';
import { metadataSchema } from './metadata.ts';

const labelsSchema = z.record(z.string(), z.string());
const destinationSchema = z.looseObject({
  host: z.string(),
  subset: z.string().optional(),
  port: z.looseObject({ number: z.number().optional() }).optional(),
});
const routeDestinationSchema = z.looseObject({
  destination: destinationSchema,
  weight: z.number().optional(),
});

const percentSchema = z.looseObject({ value: z.number().optional() });

const httpRouteSchema = z.looseObject({
  name: z.string().optional(),
  match: z.array(z.looseObject({ gateways: z.array(z.string()).optional() })).optional(),
  route: z.array(routeDestinationSchema).optional(),
  redirect: z.looseObject({}).optional(),
  directResponse: z.looseObject({}).optional(),
  delegate: z.looseObject({ name: z.string().optional(), namespace: z.string().optional() }).optional(),
  fault: z
    .looseObject({
      abort: z
        .looseObject({
          httpStatus: z.number().optional(),
          grpcStatus: z.string().optional(),
          percentage: percentSchema.optional(),
        })
        .optional(),
      delay: z
        .looseObject({ fixedDelay: z.string().optional(), percentage: percentSchema.optional() })
        .optional(),
    })
    .optional(),
  timeout: z.string().optional(),
  retries: z.looseObject({ attempts: z.number().optional() }).optional(),
  mirror: destinationSchema.optional(),
  mirrorPercentage: percentSchema.optional(),
  mirrors: z
    .array(z.looseObject({ destination: destinationSchema, percentage: percentSchema.optional() }))
    .optional(),
});
const l4RouteSchema = z.looseObject({
  match: z.array(z.looseObject({})).optional(),
  route: z.array(routeDestinationSchema).optional(),
});

export const virtualServiceSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    hosts: z.array(z.string()).default([]),
    gateways: z.array(z.string()).optional(),
    exportTo: z.array(z.string()).optional(),
    http: z.array(httpRouteSchema).default([]),
    tls: z.array(l4RouteSchema).default([]),
    tcp: z.array(l4RouteSchema).default([]),
  }),
});

const trafficPolicySchema = z.looseObject({
  connectionPool: z.looseObject({}).optional(),
  outlierDetection: z.looseObject({}).optional(),
  portLevelSettings: z
    .array(
      z.looseObject({
        connectionPool: z.looseObject({}).optional(),
        outlierDetection: z.looseObject({}).optional(),
      }),
    )
    .optional(),
  tls: z.looseObject({ mode: z.string().optional() }).optional(),
});

export const destinationRuleSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    host: z.string(),
    exportTo: z.array(z.string()).optional(),
    trafficPolicy: trafficPolicySchema.optional(),
    subsets: z
      .array(
        z.looseObject({
          name: z.string(),
          labels: labelsSchema.optional(),
          trafficPolicy: trafficPolicySchema.optional(),
        }),
      )
      .default([]),
    workloadSelector: z.looseObject({ matchLabels: labelsSchema.optional() }).optional(),
  }),
});

export const istioGatewaySchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    selector: labelsSchema.default({}),
    servers: z
      .array(
        z.looseObject({
          port: z.looseObject({
            number: z.number().optional(),
            name: z.string().optional(),
            protocol: z.string().optional(),
          }),
          hosts: z.array(z.string()).default([]),
        }),
      )
      .default([]),
  }),
});

export const serviceEntrySchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    hosts: z.array(z.string()),
    addresses: z.array(z.string()).optional(),
    location: z.string().optional(),
    resolution: z.string().optional(),
    exportTo: z.array(z.string()).optional(),
    ports: z
      .array(z.looseObject({ number: z.number(), name: z.string(), protocol: z.string().optional() }))
      .optional(),
    endpoints: z
      .array(
        z.looseObject({
          address: z.string().optional(),
          labels: labelsSchema.optional(),
          ports: z.record(z.string(), z.number()).nullish(),
        }),
      )
      .optional(),
    workloadSelector: z.looseObject({ labels: labelsSchema.optional() }).optional(),
  }),
  /** Addresses that Istio gave it by itself. */
  status: z
    .looseObject({ addresses: z.array(z.looseObject({ value: z.string().optional() })).nullish() })
    .nullish(),
});

export const workloadEntrySchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    address: z.string().optional(),
    labels: labelsSchema.default({}),
    serviceAccount: z.string().optional(),
  }),
  status: z
    .looseObject({
      conditions: z.array(z.looseObject({ type: z.string(), status: z.string() })).nullish(),
    })
    .nullish(),
});

export const sidecarSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      workloadSelector: z.looseObject({ labels: labelsSchema.optional() }).optional(),
      egress: z.array(z.looseObject({ hosts: z.array(z.string()).default([]) })).optional(),
      outboundTrafficPolicy: z.looseObject({ mode: z.string().optional() }).optional(),
    })
    .prefault({}),
});

export const peerAuthenticationSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      selector: z.looseObject({ matchLabels: labelsSchema.optional() }).optional(),
      mtls: z.looseObject({ mode: z.string().optional() }).optional(),
      portLevelMtls: z.record(z.string(), z.looseObject({ mode: z.string().optional() })).optional(),
    })
    .prefault({}),
});

const targetReferenceSchema = z.looseObject({
  group: z.string().nullish(),
  kind: z.string(),
  name: z.string(),
});

/** AuthorizationPolicy, RequestAuthentication, Telemetry, WasmPlugin, ProxyConfig: how each says what it is for. */
export const selectorPolicySchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      selector: z.looseObject({ matchLabels: labelsSchema.nullish() }).nullish(),
      targetRef: targetReferenceSchema.nullish(),
      targetRefs: z.array(targetReferenceSchema).nullish(),
    })
    .prefault({}),
});

export const envoyFilterSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      workloadSelector: z.looseObject({ labels: labelsSchema.nullish() }).nullish(),
      targetRefs: z.array(targetReferenceSchema).nullish(),
    })
    .prefault({}),
});

export const workloadGroupSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      metadata: z
        .looseObject({ labels: labelsSchema.nullish(), annotations: labelsSchema.nullish() })
        .nullish(),
      template: z.looseObject({ serviceAccount: z.string().nullish() }).nullish(),
    })
    .prefault({}),
});

/** Kinds whose spec no page of today looks into. */
export const otherObjectSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({}).optional(),
});
