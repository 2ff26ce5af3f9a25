import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';
import { policyLinks } from './policy-links.ts';

/** The pod that the proxy runs in. */
export const ownPodLinks: Linker =
  ({ proxy }) =>
  () =>
    proxy === undefined
      ? []
      : [
          showsLink(
            { kind: 'Pod', namespace: proxy.namespace, name: proxy.name },
            { confidence: 'name', because: 'The dump is that of the proxy in this pod.' },
          ),
        ];

/** ProxyConfigs go into the bootstrap, and nowhere else. */
export const proxyConfigLinks: Linker = policyLinks(
  'ProxyConfig',
  () => true,
  'The proxy was started with what it says.',
);
