import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';
import { proxyFields } from './proxies.ts';

export const ztunnelQuery = z.strictObject(proxyFields);
export type ZtunnelQuery = z.output<typeof ztunnelQuery>;

/** `problems`: entries that could not be read, in sentences. */
function tableOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z.array(row),
    problems: z.array(z.string()),
    readAt: z.iso.datetime({ offset: true }),
    byteCount: z.int(),
  });
}

/** istioctl's columns first, with its texts; then ours. `uid` is unique. */
export const ztunnelWorkloadSchema = z.strictObject({
  namespace: z.string(),
  podName: z.string(),
  address: z.string(),
  node: z.string(),
  waypoint: z.string(),
  protocol: z.string(),
  uid: z.string(),
  /** All addresses of the workload. */
  addresses: z.array(z.string()),
  workload: z.string().optional(),
  serviceAccount: z.string().optional(),
  trustDomain: z.string().optional(),
  status: z.string(),
  network: z.string().optional(),
  clusterId: z.string().optional(),
  services: z.array(z.string()),
  policies: z.array(z.string()),
});
export type ZtunnelWorkload = z.infer<typeof ztunnelWorkloadSchema>;

export const ztunnelServiceSchema = z.strictObject({
  namespace: z.string(),
  serviceName: z.string(),
  serviceVip: z.string(),
  waypoint: z.string(),
  endpoints: z.string(),
  hostname: z.string(),
  vips: z.array(z.string()),
  ports: z.array(z.string()),
  healthyEndpoints: z.int(),
  totalEndpoints: z.int(),
  loadBalancing: z.string().optional(),
  object: objectReferenceSchema.optional(),
});
export type ZtunnelService = z.infer<typeof ztunnelServiceSchema>;

export const ztunnelPolicySchema = z.strictObject({
  namespace: z.string(),
  policyName: z.string(),
  action: z.string(),
  scope: z.string(),
  isDryRun: z.boolean(),
  /** What ztunnel enforces, one line a rule, as it kept it. */
  rules: z.array(z.string()),
  /** Whose translation it is; a policy of Istio's own making has none. */
  object: objectReferenceSchema.optional(),
  /** Why it exists where no object has its name. */
  note: z.string().optional(),
});
export type ZtunnelPolicy = z.infer<typeof ztunnelPolicySchema>;

export const ztunnelCertificateSchema = z.strictObject({
  certificateName: z.string(),
  type: z.string(),
  status: z.string(),
  /** Why there is none. */
  reason: z.string().optional(),
  validCert: z.string(),
  serialNumber: z.string(),
  notAfter: z.string(),
  notBefore: z.string(),
  /** Share of its life that is over, 0 to 1. */
  lifeShare: z.number().optional(),
});
export type ZtunnelCertificate = z.infer<typeof ztunnelCertificateSchema>;

export const ztunnelConnectionSchema = z.strictObject({
  workload: z.string(),
  direction: z.string(),
  local: z.string(),
  remote: z.string(),
  remoteTarget: z.string(),
  protocol: z.string(),
});
export type ZtunnelConnection = z.infer<typeof ztunnelConnectionSchema>;

export const ztunnelSettingSchema = z.strictObject({ key: z.string(), value: z.string() });

export const ztunnelMetricSchema = z.strictObject({
  name: z.string(),
  labels: z.string(),
  type: z.string(),
  value: z.string(),
  /** Ztunnel's own sentence about it. */
  help: z.string().optional(),
});
export type ZtunnelMetric = z.infer<typeof ztunnelMetricSchema>;

export const ztunnelWorkloadsSchema = tableOf(ztunnelWorkloadSchema);
export const ztunnelServicesSchema = tableOf(ztunnelServiceSchema);
export const ztunnelPoliciesSchema = tableOf(ztunnelPolicySchema);
export const ztunnelCertificatesSchema = tableOf(ztunnelCertificateSchema);
export const ztunnelConnectionsSchema = tableOf(ztunnelConnectionSchema);
export const ztunnelConfigSchema = tableOf(ztunnelSettingSchema);
export const ztunnelMetricsSchema = tableOf(ztunnelMetricSchema);
