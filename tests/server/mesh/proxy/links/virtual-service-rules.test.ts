import { describe, expect, test } from 'vitest';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { linkTexts } from '#tests/support/proxy-links.ts';

const service: Manifest = {
  kind: 'Service',
  namespace: 'shop',
  name: 'web',
  spec: { ports: [{ port: 80 }] },
};
const marked = (name: string, namespace = 'shop') => ({
  config: `/apis/networking.istio.io/v1/namespaces/${namespace}/virtual-service/${name}`,
});
const cluster = (subset = '', host = 'web') => `outbound|80|${subset}|${host}.shop.svc.cluster.local`;
const at = { routeConfig: '80', virtualHost: 'web.shop.svc.cluster.local:80' };

function virtualService(name: string, http: readonly unknown[], hosts = ['web']): Manifest {
  return { kind: 'VirtualService', namespace: 'shop', name, spec: { hosts, http } };
}
const to = (subset?: string, weight?: number) => ({ destination: { host: 'web', subset }, weight });

/** The links of kinds that are asked for, of each route. */
function routes(
  origins: readonly Origin[],
  objects: readonly Manifest[],
  kinds = /VirtualService|Route|Ingress|Gateway/,
) {
  return linkTexts('routes', origins, { objects: [service, ...objects] }).map((links) =>
    links.filter((link) => kinds.test(link)),
  );
}

describe('the rule of a VirtualService behind a route', () => {
  test('is found by its name', () => {
    const rules = virtualService('web', [
      { name: 'beta', match: [{ uri: { prefix: '/beta' } }], route: [to('v2')] },
      { name: 'all', route: [to('v1')] },
    ]);
    const found = routes(
      [
        { ...at, istio: marked('web'), routeName: 'all', clusters: [cluster('v1')] },
        { ...at, istio: marked('web'), routeName: 'beta', clusters: [cluster('v2')] },
      ],
      [rules],
    );
    expect(found).toEqual([
      ['marker VirtualService shop/web http[1]'],
      ['marker VirtualService shop/web http[0]'],
    ]);
  });

  test('is found by the name of its match', () => {
    const rules = virtualService('web', [
      { name: 'a', match: [{ name: 'one' }, { name: 'two' }], route: [to()] },
      { name: 'b', route: [to()] },
    ]);
    const found = routes(
      [
        { ...at, istio: marked('web'), routeName: 'a.two', clusters: [cluster()] },
        { ...at, istio: marked('web'), routeName: 'b', clusters: [cluster()] },
      ],
      [rules],
    );
    expect(found).toEqual([
      ['marker VirtualService shop/web http[0]'],
      ['marker VirtualService shop/web http[1]'],
    ]);
  });

  test('is found by path, headers and destinations where it has no name', () => {
    const rules = virtualService('web', [
      { match: [{ uri: { prefix: '/a' } }], route: [to('v1')] },
      { match: [{ uri: { exact: '/a' } }], route: [to('v1')] },
      { match: [{ headers: { 'x-user': { exact: 'me' } } }], route: [to('v1')] },
      { match: [{ queryParams: { debug: { exact: '1' } } }], route: [to('v1')] },
      { route: [to('v2')] },
    ]);
    const route = (match: Origin['match'], subset = 'v1'): Origin => ({
      ...at,
      istio: marked('web'),
      match,
      clusters: [cluster(subset)],
    });
    const found = routes(
      [
        route({ path: '/a' }),
        route({ prefix: '/', headers: [{ name: 'x-user' }] }),
        route({ prefix: '/', query_parameters: [{ name: 'debug' }] }),
        route({ prefix: '/' }, 'v2'),
        route({ path_separated_prefix: '/a' }),
      ],
      [rules],
    );
    expect(found.flat()).toEqual(
      [1, 2, 3, 4, 0].map((place) => `marker VirtualService shop/web http[${place}]`),
    );
  });

  test('is told by the order where rules look the same', () => {
    const same = { match: [{ sourceLabels: { app: 'x' } }], route: [to('v1')] };
    const rules = virtualService('web', [same, { ...same, timeout: '1s' }, { route: [to('v2')] }]);
    const route = (subset: string): Origin => ({
      ...at,
      istio: marked('web'),
      match: { prefix: '/' },
      clusters: [cluster(subset)],
    });
    const found = routes([route('v1'), route('v1'), route('v2')], [rules]);
    expect(found.flat()).toEqual([0, 1, 2].map((place) => `marker VirtualService shop/web http[${place}]`));
  });

  test('keeps its name where a proxy that is behind has older destinations', () => {
    const rules = virtualService('web', [{ name: 'all', route: [to('v1', 0), to('v2', 100)] }]);
    const found = routes(
      [{ ...at, istio: marked('web'), routeName: 'all', clusters: [cluster('v1'), cluster('v2')] }],
      [rules],
    );
    expect(found).toEqual([['marker VirtualService shop/web http[0]']]);
  });

  test('is that of root and delegate both', () => {
    const root = virtualService('root', [
      { name: 'shop', match: [{ uri: { prefix: '/shop' } }], delegate: { name: 'part', namespace: 'shop' } },
    ]);
    const delegate = virtualService('part', [{ name: 'all', route: [to()] }], []);
    const found = routes(
      [
        {
          ...at,
          istio: marked('root'),
          routeName: 'shop-all',
          clusters: [cluster()],
          match: { prefix: '/shop' },
        },
      ],
      [root, delegate],
    );
    expect(found).toEqual([
      ['marker VirtualService shop/root http[0]', 'inferred VirtualService shop/part http[0]'],
    ]);
  });

  test('is not guessed where no rule has the name', () => {
    const rules = virtualService('web', [{ name: 'all', route: [to()] }]);
    const found = routes(
      [{ ...at, istio: marked('web'), routeName: 'gone', clusters: [cluster()] }],
      [rules],
    );
    expect(found).toEqual([['marker VirtualService shop/web']]);
  });

  test('a VirtualService that is gone is a missing one', () => {
    expect(routes([{ ...at, istio: marked('gone'), clusters: [cluster()] }], [])).toEqual([
      ['marker VirtualService shop/gone missing'],
    ]);
  });
});
