import { parse } from 'yaml';
import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';

const environment = z.looseObject({
  name: z.literal('istio-proxy'),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
});
const port = z.int().min(1).max(65_535);
const proxyConfig = z.looseObject({
  proxyAdminPort: port.optional().catch(undefined),
  statusPort: port.optional().catch(undefined),
});

/**
 * Where a pod has moved Envoy's administration (15000) and the agent's port (15020) to: by the ProxyConfig that its
 * container was given, else by the annotation it comes from. One that cannot be read moves nothing.
 * Source: Istio's `ProxyConfig`, annotations `proxy.istio.io/config` and `status.sidecar.istio.io/port`.
 */
export function proxyPorts(pod: ObjectOf<'Pod'>): { 15000: number; 15020: number } {
  const { annotations = {} } = pod.metadata;
  const given = read(environmentOf(pod, 'PROXY_CONFIG'));
  const wanted = read(annotations['proxy.istio.io/config']);
  const annotated = port.safeParse(Number(annotations['status.sidecar.istio.io/port']));
  return {
    15000: given.proxyAdminPort ?? wanted.proxyAdminPort ?? 15000,
    15020: (annotated.success ? annotated.data : undefined) ?? given.statusPort ?? wanted.statusPort ?? 15020,
  };
}

function environmentOf({ spec }: ObjectOf<'Pod'>, variable: string): string | undefined {
  for (const container of [...spec.initContainers, ...spec.containers]) {
    const parsed = environment.safeParse(container);
    const found = parsed.success ? parsed.data.env.find(({ name }) => name === variable) : undefined;
    if (found !== undefined) return found.value;
  }
  return undefined;
}

/** JSON is YAML. */
function read(text: string | undefined): z.output<typeof proxyConfig> {
  try {
    return proxyConfig.safeParse(parse(text ?? '')).data ?? {};
  } catch {
    return {};
  }
}
