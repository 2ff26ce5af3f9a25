import type { ObjectOf } from '#lib/objects/kinds.ts';

type Labels = Readonly<Record<string, string>>;

/** Whether pods born in a namespace get a sidecar; `istio-injection` wins over `istio.io/rev`, whatever it says. */
export function isInjected(labels: Labels): boolean {
  const injection = labels['istio-injection'];
  return injection === undefined ? labels['istio.io/rev'] !== undefined : injection === 'enabled';
}

/** How a namespace asks to be part of the mesh. One that is injected is never ambient, as istioctl reads it. */
export function namespaceMode({ metadata }: ObjectOf<'Namespace'>): 'sidecar' | 'ambient' | 'none' {
  const { labels } = metadata;
  const isAmbient =
    labels['istio.io/dataplane-mode'] === 'ambient' &&
    labels['istio-injection'] !== 'enabled' &&
    labels['istio.io/rev'] === undefined;
  if (isAmbient) return 'ambient';
  return isInjected(labels) ? 'sidecar' : 'none';
}
