import type { Workload } from '#server/mesh/inventory/group-workloads.ts';

type StoreName = { service: string; tags: Record<string, string>; remarks: string[] };

/**
 * The service name under which a workload's proxies send their spans, by Istio's `tracingServiceName`: the label `app`,
 * else the canonical name, with the namespace, or the canonical name alone; waypoints and gateways by their own. The first
 * of them that the store knows; where it knows none, the usual one, with a remark.
 */
export function storeName(workload: Workload, known: readonly string[]): StoreName {
  const { namespace, name, app, labels } = workload;
  const [usual = '', ...others] = [app, labels.app ?? app, name].map((one) => `${one}.${namespace}`);
  const found = [usual, ...others].find((candidate) => known.includes(candidate));
  if (found !== undefined) return { service: found, tags: {}, remarks: [] };
  // A name without a namespace may stand for several apps.
  if (known.includes(app)) return { service: app, tags: { 'istio.namespace': namespace }, remarks: [] };
  const remarks =
    known.length === 0
      ? []
      : [
          `The trace store has no service named ${usual}: none of its proxies has sent a span that is still kept. Check that tracing is on for ${namespace} and how many requests are sampled.`,
        ];
  return { service: usual, tags: {}, remarks };
}
