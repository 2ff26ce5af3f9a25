import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { type LinkableSection, linksOf } from '#server/mesh/proxy/links/links-of.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import { type Manifest, meshObjects } from './objects-snapshot.ts';

/** A pod with a sidecar, or with another proxy where its arguments say so. */
export function proxyPod(manifest: Partial<Manifest> = {}, args: readonly string[] = ['sidecar']): Manifest {
  return {
    kind: 'Pod',
    namespace: 'shop',
    name: 'web-1',
    labels: { app: 'web' },
    spec: { containers: [{ name: 'istio-proxy', args }] },
    status: { phase: 'Running', podIP: '10.0.0.1' },
    ...manifest,
  };
}

/** `marker VirtualService shop/web http[1]`, `… missing`, `… applies`. */
export function linkText({
  confidence,
  kind,
  namespace,
  name,
  part,
  relation,
  isMissing,
}: ProxyLink): string {
  return [
    confidence,
    kind,
    `${namespace}/${name}`,
    ...(part === undefined ? [] : [part]),
    ...(relation === 'applies' ? ['applies'] : []),
    ...(isMissing === true ? ['missing'] : []),
  ].join(' ');
}

type Mesh = { objects: readonly Manifest[]; pod?: Manifest | undefined; isFile?: boolean };

/** The links of items, in words. The dump is that of `pod`, or of a file. */
export function linkTexts(
  section: LinkableSection,
  origins: readonly Origin[],
  { objects: manifests, pod = proxyPod(), isFile = false }: Mesh,
): string[][] {
  const objects = meshObjects([pod, ...manifests]);
  const proxy = isFile
    ? undefined
    : findProxy({ objects, unread: [] }, { namespace: pod.namespace ?? '', pod: pod.name });
  return linksOf(section, origins, { objects, rootNamespace: 'istio-system', proxy }).map((links) =>
    links.map(linkText),
  );
}
