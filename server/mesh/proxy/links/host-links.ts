import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { callersOf } from '#server/mesh/graph/decorators/routes/exported-to.ts';
import { showsLink } from './link.ts';
import { type LinkContext, referenceTo } from './linker.ts';

type Naming = {
  because: string;
  port?: number | undefined;
  /** Where it is known: several ServiceEntries may have one host. */
  namespace?: string | undefined;
  confidence?: ProxyLink['confidence'];
};

/**
 * The Service or the ServiceEntries that have a host, as the pod's namespace sees them. A host of the cluster's own
 * domain without a Service is a missing one; other hosts without an object are nobody's.
 */
export function hostLinks(host: string, naming: Naming, { index, proxy }: LinkContext): ProxyLink[] {
  const { because, port, confidence = 'name' } = naming;
  const service = index.serviceOfHost(host);
  const entries = entriesSeen(host, naming.namespace, { index, proxy });
  const links = entries.map(({ metadata, spec }) => {
    const place = (spec.ports ?? []).findIndex(({ number }) => number === port);
    const part = place === -1 ? undefined : `ports[${place}]`;
    return showsLink(referenceTo('ServiceEntry', metadata), { confidence, part, because });
  });
  if (service !== undefined) {
    const place = service.spec.ports.findIndex((one) => one.port === port);
    const part = place === -1 ? undefined : `ports[${place}]`;
    return [showsLink(referenceTo('Service', service.metadata), { confidence, part, because }), ...links];
  }
  const [name = '', namespace = '', kind] = host.split('.');
  if (links.length > 0 || kind !== 'svc') return links;
  return [showsLink({ kind: 'Service', namespace, name }, { confidence, because, isMissing: true })];
}

/** Of several ServiceEntries of a host, those of the pod's own namespace come before the others. */
function entriesSeen(
  host: string,
  namespace: string | undefined,
  { index, proxy }: Pick<LinkContext, 'index' | 'proxy'>,
): readonly ObjectOf<'ServiceEntry'>[] {
  const entries = index
    .entriesOfHost(host)
    .filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
  if (proxy === undefined) return entries;
  const seen = entries.filter((entry) => isVisible(entry, proxy.namespace));
  const own = seen.filter(({ metadata }) => metadata.namespace === proxy.namespace);
  return own.length > 0 ? own : seen;
}

/** Source: Istio's `exportTo` of ServiceEntry. */
export function isVisible({ metadata, spec }: ObjectOf<'ServiceEntry'>, namespace: string): boolean {
  const callers = callersOf(spec.exportTo, metadata.namespace ?? '');
  return callers === '*' || callers.includes(namespace);
}
