import { z } from 'zod';

const anything = z.looseObject({});
const durationsAndNumbers = z.record(z.string(), z.unknown());
const policySchema = z.looseObject({
  loadBalancer: z
    .looseObject({
      simple: z.string().optional(),
      consistentHash: z.record(z.string(), z.unknown()).optional(),
      localityLbSetting: anything.optional(),
      warmup: anything.optional(),
    })
    .optional(),
  connectionPool: z
    .looseObject({ tcp: durationsAndNumbers.optional(), http: durationsAndNumbers.optional() })
    .optional(),
  outlierDetection: durationsAndNumbers.optional(),
  tls: z.looseObject({ mode: z.string().optional(), sni: z.string().optional() }).optional(),
  tunnel: anything.optional(),
  proxyProtocol: anything.optional(),
});
const portPoliciesSchema = z.looseObject({
  portLevelSettings: z
    .array(policySchema.extend({ port: z.looseObject({ number: z.number().optional() }).optional() }))
    .default([]),
});

/** A traffic policy of a DestinationRule in words, its ports' own policies after it. Source: Istio's TrafficPolicy. */
export function policyWords(policy: unknown): string[] {
  if (policy === undefined || policy === null) return [];
  const parsed = policySchema.safeParse(policy);
  const ports = portPoliciesSchema.safeParse(policy);
  if (!parsed.success || !ports.success) return ['a policy that could not be read'];
  return [
    ...wordsOf(parsed.data),
    ...ports.data.portLevelSettings.flatMap((own) =>
      wordsOf(own).map((text) => `port ${own.port?.number ?? '?'}: ${text}`),
    ),
  ];
}

function wordsOf(policy: z.output<typeof policySchema>): string[] {
  const { loadBalancer, connectionPool, outlierDetection, tls } = policy;
  return [
    ...(loadBalancer?.simple === undefined ? [] : [`load balancing ${loadBalancer.simple}`]),
    ...(loadBalancer?.consistentHash === undefined
      ? []
      : [`sticky by ${Object.keys(loadBalancer.consistentHash).join(', ')}`]),
    ...(loadBalancer?.localityLbSetting === undefined ? [] : ['locality load balancing']),
    ...(loadBalancer?.warmup === undefined ? [] : ['warm-up of new endpoints']),
    ...listed('connections', connectionPool?.tcp),
    ...listed('requests', connectionPool?.http),
    ...listed('ejects hosts', outlierDetection),
    ...(tls === undefined
      ? []
      : [`TLS ${tls.mode ?? 'DISABLE'}${tls.sni === undefined ? '' : ` with server name ${tls.sni}`}`]),
    ...(policy.tunnel === undefined ? [] : ['tunnels through HTTP CONNECT']),
    ...(policy.proxyProtocol === undefined ? [] : ['sends the PROXY protocol']),
  ];
}

function listed(what: string, values: Record<string, unknown> | undefined): string[] {
  const entries = Object.entries(values ?? {});
  if (entries.length === 0) return [];
  const text = entries.map(([name, value]) =>
    typeof value === 'object' && value !== null ? name : `${name} ${String(value)}`,
  );
  return [`${what}: ${text.join(', ')}`];
}
