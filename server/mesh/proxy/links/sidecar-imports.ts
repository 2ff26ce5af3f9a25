import type { ObjectOf } from '#lib/objects/kinds.ts';
import { covers } from '#server/mesh/routing/subject.ts';
import type { ObjectIndex } from './object-index.ts';

type Sidecar = ObjectOf<'Sidecar'>;
type Host = { host: string; namespaces: readonly string[] };

/**
 * Where a Sidecar's egress lets in a host of certain namespaces, for a pod of a namespace: `egress[0].hosts[2]`. Undefined
 * where it does not; `everything` where it has no egress at all. Source: Istio's reference of IstioEgressListener.
 */
export function importOf(
  { spec: { egress = [] } }: Sidecar,
  { host, namespaces }: Host,
  ownNamespace: string,
): string | undefined {
  if (egress.length === 0) return 'everything';
  for (const [place, { hosts }] of egress.entries()) {
    const at = hosts.findIndex((pattern) => {
      const [from = '', name = '*'] = pattern.split('/');
      const wanted = from === '.' ? ownNamespace : from;
      return (wanted === '*' || namespaces.includes(wanted)) && covers(name, host);
    });
    if (at !== -1) return `egress[${place}].hosts[${at}]`;
  }
  return undefined;
}

/** The namespaces of a host: its Service's, or those of the ServiceEntries that have it. */
export function namespacesOfHost(host: string, index: ObjectIndex): string[] {
  const [, namespace, kind] = host.split('.');
  if (kind === 'svc' && namespace !== undefined) return [namespace];
  return index.entriesOfHost(host).map(({ metadata }) => metadata.namespace ?? '');
}
