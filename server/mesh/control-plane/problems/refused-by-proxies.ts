import type { MeshProblem } from '#lib/contract/mesh-problems.ts';
import type { ConnectedProxy } from '../connected-proxies.ts';

/** What proxies refused of what they were sent, with the reason that Envoy gave. They go on with what they had before. */
export function refusedByProxies(proxies: readonly ConnectedProxy[]): MeshProblem[] {
  return proxies.flatMap(({ namespace, pod, replica, refusals }) =>
    refusals.map(({ type, text }) => ({
      id: `proxy ${namespace}/${pod} ${type}`,
      group: 'proxy' as const,
      metric: type,
      title: `A proxy refuses its ${type}s`,
      severity: 'failing' as const,
      sentence: `${namespace}/${pod} runs on with what it had before: ${text.trim().split('\n')[0]}`,
      fix: 'Its page shows what was refused, and the objects that it was made of.',
      objects: [],
      proxies: [{ namespace, pod }],
      raw: text.trim(),
      replicas: [replica],
    })),
  );
}
