import type { ObjectOf } from '#lib/objects/kinds.ts';
import { podRevision } from '#server/mesh/proxies/pod-revision.ts';
import type { IstioWebhook } from './istio-webhooks.ts';

/** The tag or revision that a namespace asks for: `istio-injection` beats `istio.io/rev`, whatever it says. */
export function askedRevision({ metadata }: ObjectOf<'Namespace'>): string | undefined {
  const { 'istio-injection': injection, 'istio.io/rev': revision } = metadata.labels;
  if (injection !== undefined) return injection === 'enabled' ? 'default' : undefined;
  return revision;
}

/** The revision that a pod belongs to, also where only a tag is written on it. */
export function revisionOfPod(pod: ObjectOf<'Pod'>, tagged: readonly IstioWebhook[]): string {
  const name = podRevision(pod);
  return tagged.find(({ tag }) => tag === name)?.revision ?? name ?? 'default';
}
