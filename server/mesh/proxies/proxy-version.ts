import type { FleetProxy } from './fleet.ts';

/** Istio's version of a proxy: as istiod has it, else the tag of its image. */
export function proxyVersion({ sync, object }: Pick<FleetProxy, 'sync' | 'object'>): string | undefined {
  if (sync?.version !== undefined) return sync.version;
  const containers = [...(object?.spec.containers ?? []), ...(object?.spec.initContainers ?? [])];
  const proxy = containers.find(({ name }) => name === 'istio-proxy');
  return /:([\w][\w.-]*)(@|$)/.exec(proxy?.image ?? '')?.[1];
}
