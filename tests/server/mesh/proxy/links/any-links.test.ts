import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { proxyLinkSchema } from '#lib/contract/proxy-links.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { type LinkableSection, linksOf } from '#server/mesh/proxy/links/links-of.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import { inShop, serviceEntry, webService } from '#tests/support/link-cases.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';

const sections: readonly LinkableSection[] = [
  'clusters',
  'listeners',
  'routes',
  'endpoints',
  'secrets',
  'ecds',
  'bootstrap',
];

/** Words that mean something to some link, whole, cut off and mixed with anything. */
const word = fastCheck.oneof(
  fastCheck.constantFrom(
    'outbound|80|v1|web.shop.svc.cluster.local',
    'outbound_.80_._.web.shop.svc.cluster.local',
    'inbound|8080||',
    'web.shop.svc.cluster.local:80',
    'https.443.tls.doors.config',
    'http.8080',
    'virtualInbound',
    '0.0.0.0_8080',
    'ns[shop]-policy[a]-rule[99999999999999999999]',
    'kubernetes://a/b/c',
    'shop.web.0',
    '10.0.0.1:8080',
    '[::]:15090',
    '/apis/networking.istio.io/v1/namespaces/shop/virtual-service/web',
    '/apis/networking.istio.io/v1/namespaces/shop/virtual-service/shop~80~web.shop.svc.cluster.local',
    '/apis/a/b/namespaces//destination-rule/__proto__',
  ),
  fastCheck.string(),
);
const words = fastCheck.array(word, { maxLength: 4 });
const origin: fastCheck.Arbitrary<Origin> = fastCheck.record(
  {
    istio: fastCheck.dictionary(
      fastCheck.constantFrom('config', 'subset', 'services', 'workload'),
      fastCheck.oneof(
        word,
        fastCheck.constant(null),
        words,
        fastCheck.array(fastCheck.dictionary(word, word)),
      ),
    ),
    clusters: words,
    routeConfig: word,
    virtualHost: word,
    domains: words,
    routeName: word,
    match: fastCheck.dictionary(fastCheck.constantFrom('prefix', 'path', 'headers', 'safe_regex'), word),
    listener: word,
    address: word,
    chain: word,
    serverNames: words,
    policies: words,
    issuers: words,
    secrets: words,
    filters: words,
  },
  { requiredKeys: [] },
);

const objects = meshObjects([
  proxyPod(),
  webService,
  serviceEntry('api', {}),
  inShop('VirtualService', 'web', {
    hosts: ['web'],
    http: [{ delegate: { name: 'gone' } }, { match: [{}] }],
  }),
  inShop('DestinationRule', 'web', { host: 'web' }),
  inShop('Sidecar', 'default', { egress: [{ hosts: ['nonsense', './*', '~/*'] }] }),
  inShop('EnvoyFilter', 'odd', { configPatches: [{ applyTo: 'HTTP_FILTER' }, 7, { match: 'nonsense' }] }),
  inShop('RequestAuthentication', 'odd', { jwtRules: 'nonsense' }),
]);
const proxy = findProxy({ objects, unread: [] }, { namespace: 'shop', pod: 'web-1' });

test.each(sections)('whatever stands in a dump, %s have links of the contract or none', (section) => {
  fastCheck.assert(
    fastCheck.property(fastCheck.array(origin, { maxLength: 6 }), fastCheck.boolean(), (origins, isFile) => {
      const mesh = { objects, rootNamespace: 'istio-system', proxy: isFile ? undefined : proxy };
      const links = linksOf(section, origins, mesh);
      expect(links).toHaveLength(origins.length);
      for (const row of links) {
        for (const link of row) proxyLinkSchema.parse(link);
        const keys = row.map(({ relation, kind, namespace, name, part }) =>
          [relation, kind, namespace, name, part].join(' '),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
    { numRuns: 300 },
  );
});
