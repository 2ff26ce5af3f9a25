import { parseClusterName } from './cluster-name.ts';

/** Whether a destination of a rule is among clusters; a short host is one of the rule's own namespace. */
export function destinationsOf(clusters: readonly string[]) {
  const names = clusters.flatMap((name) => parseClusterName(name) ?? []);
  return {
    has: (host: string, subset: string, namespace: string) =>
      names.some(
        (cluster) =>
          cluster.subset === subset &&
          (cluster.host === host ||
            cluster.host.startsWith(`${host}.svc.`) ||
            (!host.includes('.') && cluster.host.startsWith(`${host}.${namespace}.svc.`))),
      ),
  };
}
