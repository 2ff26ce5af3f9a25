import { describe, expect, test } from 'vitest';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { firstOf, rowsOf } from './rows-of.ts';

function table(...routes: object[]) {
  return {
    part: 'RoutesConfigDump',
    dynamic_route_configs: [
      { route_config: { name: '8080', virtual_hosts: [{ name: 'web:8080', domains: ['web'], routes }] } },
    ],
  };
}

function rowOf(route: object) {
  return firstOf(routesJob, table(route)).row;
}

describe('rows', () => {
  test('route tables come by their ports as numbers, each with its routes in their order', () => {
    const named = (name: string, ...paths: string[]) => ({
      route_config: {
        name,
        virtual_hosts: [{ name: 'v', routes: paths.map((prefix) => ({ match: { prefix } })) }],
      },
    });
    const rows = rowsOf(routesJob, {
      part: 'RoutesConfigDump',
      dynamic_route_configs: [named('9080', '/b', '/a'), named('80', '/'), named('http.8080', '/')],
    });
    expect(rows.map(({ name, match }) => `${name} ${match}`)).toEqual([
      '80 /*',
      '9080 /b*',
      '9080 /a*',
      'http.8080 /*',
    ]);
  });

  test('tables and virtual hosts without anything inside have a row that says so', () => {
    const rows = rowsOf(routesJob, {
      part: 'RoutesConfigDump',
      dynamic_route_configs: [
        { route_config: { name: 'empty' } },
        { route_config: { name: 'x', virtual_hosts: [{ name: 'blackhole:80', domains: ['*'] }] } },
      ],
    });
    expect(rows).toMatchObject([
      { name: 'empty', actions: ['has no virtual hosts'], isHiddenByIstioctl: true },
      { name: 'x', match: '/*', virtualService: '404', isHiddenByIstioctl: false },
    ]);
  });

  test('two routes of one name are two rows, and stay the same ones', () => {
    const dump = table(
      { name: 'default', match: { prefix: '/a' } },
      { name: 'default', match: { prefix: '/b' } },
    );
    const ids = rowsOf(routesJob, dump).map(({ id }) => id);
    expect(ids).toEqual(['8080/web:8080/default', '8080/web:8080/default~2']);
    expect(rowsOf(routesJob, dump).map(({ id }) => id)).toEqual(ids);
  });

  test('what istioctl leaves out is there, and marked', () => {
    const row = rowOf({
      name: 'allow_any',
      match: { prefix: '/' },
      route: { cluster: 'PassthroughCluster' },
    });
    expect(row.isHiddenByIstioctl).toBe(true);
  });

  test('the owner is named only for objects of Istio’s networking', () => {
    const marked = (config: string) =>
      rowOf({ match: {}, metadata: { filter_metadata: { istio: { config } } } }).virtualService;
    expect(marked('/apis/networking.istio.io/v1/namespaces/shop/virtual-service/cart')).toBe('cart.shop');
    expect(marked('/apis/networking.istio.io/v1alpha3/namespaces/shop/virtual-service/cart')).toBe(
      'cart.shop',
    );
    expect(marked('/apis/acme.example/v1/namespaces/shop/route/cart')).toBe('<unknown>');
  });

  test('times are moved with the recording', () => {
    const part = {
      part: 'RoutesConfigDump',
      dynamic_route_configs: [{ last_updated: '2026-11-21T02:00:00Z', route_config: { name: '80' } }],
    };
    const [row] = rowsOf(routesJob, part, { shiftMs: 3_600_000 });
    expect(row?.lastUpdated).toBe('2026-11-21T03:00:00.000Z');
  });
});
