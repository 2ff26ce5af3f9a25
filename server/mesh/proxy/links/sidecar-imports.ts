import type { ObjectOf } from '#lib/objects/kinds.ts';
import { covers } from '#server/mesh/routing/subject.ts';

/**
 * Whether `namespace/host` of a Sidecar's egress lets in a host, for a pod of a namespace. Of hosts outside the cluster
 * the namespace is not in the host: they count as let in. Source: Istio's reference of IstioEgressListener.
 */
export function isImportedBy(pattern: string, host: string, ownNamespace: string): boolean {
  const [namespace = '', name = '*'] = pattern.split('/');
  if (namespace === '~' || !covers(name, host)) return false;
  const [, hostNamespace, kind] = host.split('.');
  const wanted = namespace === '.' ? ownNamespace : namespace;
  return wanted === '*' || kind !== 'svc' || hostNamespace === wanted;
}

/** Whether a Service or ServiceEntry of a namespace is let in by any of a Sidecar's listeners; all are without them. */
export function lets(
  sidecar: ObjectOf<'Sidecar'> | undefined,
  { host, namespace }: { host: string; namespace: string },
  ownNamespace: string,
): boolean {
  const egress = sidecar?.spec.egress;
  if (egress === undefined || egress.length === 0) return true;
  return egress.some(({ hosts }) =>
    hosts.some((pattern) => {
      const [from = '', name = '*'] = pattern.split('/');
      const wanted = from === '.' ? ownNamespace : from;
      return (wanted === '*' || wanted === namespace) && covers(name, host);
    }),
  );
}
