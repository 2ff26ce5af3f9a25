type PodName = { namespace: string; pod: string };

/** istiod's name of a proxy, `<pod>.<namespace>`. */
export function proxyId({ namespace, pod }: PodName): string {
  return `${pod}.${namespace}`;
}

/** A pod's name may have dots, a namespace's may not. Undefined for clients that are no proxies, such as istioctl. */
export function parseProxyId(id: string): PodName | undefined {
  const dot = id.lastIndexOf('.');
  if (dot <= 0 || dot === id.length - 1) return undefined;
  return { pod: id.slice(0, dot), namespace: id.slice(dot + 1) };
}
