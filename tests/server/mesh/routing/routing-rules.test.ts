import { describe, expect, test } from 'vitest';
import { cartRouting, subsets, to, virtualService } from '#tests/support/cart-routing.ts';

describe('rules', () => {
  test('one after a rule for every request is never reached', () => {
    const { routes } = cartRouting([
      subsets,
      virtualService('cart', {
        http: [
          { match: [{ uri: { prefix: '/' } }], route: [to('v1')] },
          { match: [{ uri: { prefix: '/late' } }], route: [to('v2')] },
        ],
      }),
    ]);
    expect(routes[0]?.rules.map(({ isUnreachable }) => isUnreachable)).toEqual([false, true]);
  });

  test('conditions and actions are told in words', () => {
    const { routes } = cartRouting([
      subsets,
      virtualService('cart', {
        http: [
          {
            match: [
              {
                uri: { prefix: '/api' },
                ignoreUriCase: true,
                method: { exact: 'POST' },
                headers: { cookie: { regex: '.*a=1.*' } },
                withoutHeaders: { 'x-bot': {} },
                sourceNamespace: 'web',
                port: 80,
              },
              { queryParams: { canary: { exact: '1' } } },
            ],
            fault: { delay: { fixedDelay: '2s', percentage: { value: 5 } }, abort: { httpStatus: 503 } },
            timeout: '3s',
            retries: { attempts: 3, perTryTimeout: '1s', retryOn: '5xx,reset' },
            rewrite: { uri: '/v2', authority: 'cart.internal' },
            mirror: { host: 'cart', subset: 'v2' },
            mirrorPercentage: { value: 20 },
            headers: { request: { set: { 'x-a': '1' }, remove: ['x-b'] } },
            route: [to('v1')],
          },
        ],
      }),
    ]);
    const [rule] = routes[0]?.rules ?? [];
    expect(rule?.matches).toEqual([
      'path begins with /api, in any case, method is POST, header cookie matches .*a=1.*, not: header x-bot is there, port 80, caller in namespace web',
      'query parameter canary is 1',
    ]);
    expect(rule?.actions).toEqual([
      'fault: delays 5 % by 2s',
      'fault: answers 100 % with 503',
      'gives up after 3s',
      'retries up to 3 times on 5xx, reset, each try at most 1s',
      'sends a copy of 20 % to cart v2',
      'rewrites the matched path to /v2',
      'rewrites the authority to cart.internal',
      'sets request header x-a: 1',
      'removes request header x-b',
    ]);
  });

  test('a delegate’s rules hold under the match of its root; a missing one is said', () => {
    const { routes } = cartRouting([
      subsets,
      virtualService('cart', {
        http: [
          { match: [{ uri: { prefix: '/pay' } }], delegate: { name: 'pay', namespace: 'pay' } },
          { delegate: { name: 'gone' } },
        ],
      }),
      {
        kind: 'VirtualService',
        namespace: 'pay',
        name: 'pay',
        spec: {
          http: [
            {
              match: [{ headers: { 'x-vip': { exact: 'yes' } } }],
              route: [{ destination: { host: 'cart.shop.svc.cluster.local', subset: 'v2' } }],
            },
          ],
        },
      },
    ]);
    expect(routes[0]?.rules.map(({ object, matches, actions }) => [object.name, matches, actions])).toEqual([
      ['pay', ['path begins with /pay, header x-vip is yes'], []],
      ['cart', [], ['leads to the VirtualService shop/gone, which does not exist or has hosts of its own']],
    ]);
  });

  test('a match in a shape that nobody knows is not dropped', () => {
    const { routes } = cartRouting([
      subsets,
      virtualService('cart', { http: [{ match: [{ uri: 'odd' }], route: [to('v1')] }] }),
    ]);
    expect(routes[0]?.rules[0]?.matches).toEqual(['conditions that could not be read']);
  });

  test('TLS and TCP routes are told apart by server name and port', () => {
    const { routes } = cartRouting([
      virtualService('cart', {
        tls: [
          {
            match: [{ port: 443, sniHosts: ['cart.example.com'] }],
            route: [{ destination: { host: 'cart' } }],
          },
        ],
        tcp: [{ match: [{ port: 3306 }], route: [{ destination: { host: 'cart' } }] }],
      }),
    ]);
    expect(routes.map(({ protocol, rules }) => [protocol, rules[0]?.matches])).toEqual([
      ['tls', ['port 443, server name cart.example.com']],
      ['tcp', ['port 3306']],
    ]);
  });
});
