import { describe, expect, test } from 'vitest';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { linkTexts, proxyPod } from '#tests/support/proxy-links.ts';

describe('at a gateway', () => {
  const pod = proxyPod({ labels: { app: 'gate' } }, ['router']);
  const front: Manifest = {
    kind: 'Service',
    namespace: 'shop',
    name: 'gate',
    spec: { selector: { app: 'gate' }, ports: [{ port: 80, targetPort: 8080 }] },
  };
  const gateway: Manifest = {
    kind: 'IstioGateway',
    namespace: 'config',
    name: 'doors',
    spec: {
      selector: { app: 'gate' },
      servers: [
        { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*.example.com'] },
        {
          port: { number: 443, name: 'tls', protocol: 'HTTPS' },
          hosts: ['./a.example.com'],
          tls: { credentialName: 'a-cert' },
        },
        { port: { number: 80, name: 'more', protocol: 'HTTP' }, hosts: ['web.other.org'] },
      ],
    },
  };
  test.each<[string, Origin, string[]]>([
    [
      'HTTP is told by port and host',
      { routeConfig: 'http.8080', domains: ['web.example.com:80'] },
      ['inferred IstioGateway config/doors servers[0]'],
    ],
    [
      'HTTPS by the name of its routes',
      { routeConfig: 'https.443.tls.doors.config' },
      ['name IstioGateway config/doors servers[1]'],
    ],
    [
      'a server that is gone is missing',
      { routeConfig: 'https.443.tls.closed.config' },
      ['name IstioGateway config/closed missing'],
    ],
    ['a port of nobody leads nowhere', { routeConfig: 'http.9999', domains: ['*'] }, []],
  ])('%s', (_, origin, expected) => {
    expect(linkTexts('routes', [origin], { objects: [front, gateway], pod })).toEqual([expected]);
  });
});
