import type { ObjectOf } from '#lib/objects/kinds.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';
import type { IstioWebhook } from './istio-webhooks.ts';

/** The tag or revision that a namespace asks for: `istio-injection` beats `istio.io/rev`, whatever it says. */
export function askedRevision({ metadata }: ObjectOf<'Namespace'>): string | undefined {
  const { 'istio-injection': injection, 'istio.io/rev': revision } = metadata.labels;
  if (injection !== undefined) return injection === 'enabled' ? 'default' : undefined;
  return revision;
}

/** The injector writes it into the pod: as an annotation of its own, or inside `sidecar.istio.io/status`. */
export function revisionOfPod({ metadata }: ObjectOf<'Pod'>, tagged: readonly IstioWebhook[]): string {
  const { labels, annotations } = metadata;
  const name =
    annotations['istio.io/rev'] ??
    revisionOfStatus(annotations['sidecar.istio.io/status']) ??
    labels['istio.io/rev'];
  return tagged.find(({ tag }) => tag === name)?.revision ?? name ?? 'default';
}

function revisionOfStatus(status: string | undefined): string | undefined {
  if (status === undefined) return undefined;
  try {
    return textAt(JSON.parse(status), 'revision');
  } catch {
    // Some write it by hand; what is no JSON names no revision.
    return undefined;
  }
}
