import type { RawSource } from '#lib/contract/raw.ts';

/** What is said around the raw dump of a proxy. */
export const words = {
  sources: { envoy: 'Envoy', istiod: 'istiod' } satisfies Record<RawSource, string>,
  sourceTitles: {
    envoy: 'What the proxy runs with',
    istiod: 'What istiod has for this proxy',
  } satisfies Record<RawSource, string>,
  whose: 'Whose configuration',
  download: 'Download',
  downloadTitle: 'The whole dump without secrets; istioctl proxy-config reads it with --file',
  recorded: 'As recorded: times are not moved here',
} as const;
