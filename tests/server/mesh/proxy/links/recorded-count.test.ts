import { beforeAll, describe, expect, test } from 'vitest';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { type LinkedProxy, recordedLinks } from '#tests/support/recorded-links.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';

type Counted = { proxy: string; item: string; isOwn: boolean; links: readonly ProxyLink[] };

const ownHosts = /^(allow_any|block_all|backend|blackhole:\d+)$/;

/** Items of each section with what they are, told by their own names alone; what is nobody's is Envoy's or Istio's own. */
const sections: Record<string, (proxy: LinkedProxy) => Counted[]> = {
  clusters: ({ name: proxy, clusters }) =>
    clusters.map(({ row: { name }, links }) => ({ proxy, item: name, isOwn: !name.includes('|'), links })),
  routes: ({ name: proxy, routes }) =>
    routes.map(({ row: { id, virtualHost, name }, links }) => ({
      proxy,
      item: id,
      isOwn: ownHosts.test(virtualHost) || name === 'InboundPassthroughCluster',
      links,
    })),
  chains: ({ name: proxy, listeners }) =>
    listeners.map(({ row: { id, name, chain = '', addresses, port }, links }) => ({
      proxy,
      item: id,
      isOwn:
        name === 'virtualOutbound' ||
        /^(virtualInbound|PassthroughFilterChain)/.test(chain) ||
        (addresses === '0.0.0.0' && (port === '15021' || port === '15090')),
      links,
    })),
  endpoints: ({ name: proxy, endpoints }) =>
    endpoints.map(({ row: { id, cluster }, links }) => ({
      proxy,
      item: id,
      isOwn: !cluster.includes('|'),
      links,
    })),
};

const isToObject = ({ kind, relation, isMissing }: ProxyLink) =>
  kind !== 'MeshConfig' && relation === 'shows' && isMissing !== true;

describe.skipIf(whyNoSharedFolder !== undefined)('items of the recorded proxies', () => {
  let proxies: LinkedProxy[] = [];
  beforeAll(async () => {
    proxies = (await recordedLinks()).proxies;
  });

  test('are those of all proxies and of the one that is behind', () => {
    expect(proxies).toHaveLength(27);
  });

  test.each(Object.keys(sections))('%s that stand for an object lead to it', (section) => {
    const items = proxies.flatMap((proxy) => sections[section]?.(proxy) ?? []);
    const standing = items.filter(({ isOwn }) => !isOwn);
    const left = standing.filter(({ links }) => !links.some(isToObject));
    console.info(
      `${section}: ${standing.length - left.length} linked / ${standing.length} standing for an object / ${items.length - standing.length} own`,
      left.map(({ proxy, item, links }) => `${proxy} ${item}: ${links.map(({ because }) => because)}`),
    );
    expect(standing.length).toBeGreaterThan(500);
    expect((standing.length - left.length) / standing.length).toBeGreaterThanOrEqual(0.99);
  });

  test.each(Object.keys(sections))('%s of nobody lead to the mesh configuration', (section) => {
    const own = proxies.flatMap((proxy) => sections[section]?.(proxy) ?? []).filter(({ isOwn }) => isOwn);
    const without = own.filter(({ links }) => !links.some(({ kind }) => kind === 'MeshConfig'));
    expect(own.length).toBeGreaterThan(50);
    expect(without.map(({ proxy, item, links }) => ({ proxy, item, links }))).toEqual([]);
  });
});
