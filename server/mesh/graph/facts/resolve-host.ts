/**
 * The Service that a host of an Istio object means, as `<namespace>/<name>`: a short name is of the object's own
 * namespace, `name.namespace.svc…` says it all, and `name.namespace` is one where such a Service exists. Undefined for
 * wildcards and for hosts outside the cluster.
 */
export function resolveHost(
  host: string,
  options: { namespace: string; services: ReadonlySet<string> },
): string | undefined {
  if (host.includes('*')) return undefined;
  const [name = '', namespace, kind] = host.split('.');
  if (namespace === undefined) return `${options.namespace}/${name}`;
  const key = `${namespace}/${name}`;
  return kind === 'svc' || options.services.has(key) ? key : undefined;
}
