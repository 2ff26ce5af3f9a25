import { describe, expect, test } from 'vitest';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { firstOf } from './rows-of.ts';

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

/** Spaces of numbers and units do not break; here they may. */
function plain(texts: readonly string[]): string[] {
  return texts.map((text) => text.replaceAll('\u00a0', ' '));
}

describe('the path of a route', () => {
  test.each([
    [{ prefix: '/' }, '/*'],
    [{ path_separated_prefix: '/api' }, 'PathPrefix:/api'],
    [{ path: '/login' }, '/login'],
    [{ safe_regex: { regex: '/v[0-9]+' } }, 'regex /v[0-9]+'],
    [{ regex: '/old.*' }, 'regex /old.*'],
    [{}, ''],
  ])('%j reads %s', (match, words) => {
    expect(rowOf({ match }).match).toBe(words);
  });
});

describe('conditions beside the path', () => {
  const cases: [object, string][] = [
    [{ case_sensitive: false }, 'path in any case'],
    [{ headers: [{ name: 'end-user', string_match: { exact: 'jason' } }] }, 'header end-user is "jason"'],
    [{ headers: [{ name: ':method', string_match: { exact: 'GET' } }] }, 'method is "GET"'],
    [
      { headers: [{ name: ':authority', string_match: { prefix: 'a.', ignore_case: true } }] },
      'authority starts with "a." in any case',
    ],
    [{ headers: [{ name: 'x', present_match: true }] }, 'header x is there'],
    [{ headers: [{ name: 'x', present_match: true, invert_match: true }] }, 'header x is not there'],
    [{ headers: [{ name: 'x', present_match: false }] }, 'header x is not there'],
    [{ headers: [{ name: 'x' }] }, 'header x is there'],
    [{ headers: [{ name: 'x', string_match: { exact: 'a' }, invert_match: true }] }, 'header x not: is "a"'],
    [
      { headers: [{ name: 'x', string_match: { exact: 'a' }, treat_missing_header_as_empty: true }] },
      'header x is "a" (missing counts as empty)',
    ],
    [
      { headers: [{ name: 'n', range_match: { start: '1', end: '10' } }] },
      'header n is a number from 1 to below 10',
    ],
    [{ headers: [{ name: 'x', exact_match: 'old' }] }, 'header x is "old"'],
    [{ headers: [{ name: 'x', safe_regex_match: { regex: 'a+' } }] }, 'header x matches /a+/'],
    [{ query_parameters: [{ name: 'q', string_match: { suffix: 'z' } }] }, 'query parameter q ends with "z"'],
    [{ query_parameters: [{ name: 'q', present_match: true }] }, 'query parameter q is there'],
    [{ grpc: {} }, 'is a gRPC request'],
    [
      { runtime_fraction: { default_value: { numerator: 250_000, denominator: 'MILLION' } } },
      '25 % of the requests, by chance',
    ],
    [{ tls_context: { presented: true } }, 'the client shows a certificate'],
    [
      {
        dynamic_metadata: [
          {
            filter: 'jwt',
            path: [{ key: 'claims' }, { key: 'sub' }],
            value: { string_match: { exact: 'me' } },
          },
        ],
      },
      'metadata jwt.claims.sub fits {"string_match":{"exact":"me"}}',
    ],
  ];
  test.each(cases)('%j reads "%s"', (match, words) => {
    expect(plain(rowOf({ match: { prefix: '/', ...match } }).conditions)).toEqual([words]);
  });
});

describe('what a route does', () => {
  const cases: [object, string[]][] = [
    [{ redirect: { path_redirect: '/productpage' } }, ['redirects to /productpage (301)']],
    [
      { redirect: { https_redirect: true, response_code: 'TEMPORARY_REDIRECT' } },
      ['redirects to https://(same host) (307)'],
    ],
    [
      {
        redirect: {
          host_redirect: 'b.example',
          port_redirect: '8443',
          prefix_rewrite: '/x',
          strip_query: true,
        },
      },
      ['redirects to b.example:8443/x…, without the query (301)'],
    ],
    [
      { direct_response: { status: 418, body: { inline_string: 'short and stout' } } },
      ['answers 418 itself: "short and stout"'],
    ],
    [{ route: { cluster: 'a' } }, ["timeout 15 s (Envoy's own)"]],
    [{ route: { cluster: 'a', timeout: '0s' } }, []],
    [{ route: { cluster: 'a', timeout: '0.500s' } }, ['timeout 500 ms']],
    [
      {
        route: {
          cluster: 'a',
          timeout: '10s',
          retry_policy: { num_retries: '3', retry_on: '5xx,reset', per_try_timeout: '2s' },
        },
      },
      ['timeout 10 s', 'retries up to 3 times on 5xx, reset with 2 s each'],
    ],
    [
      {
        route: {
          cluster: 'a',
          timeout: '0s',
          request_mirror_policies: [
            { cluster: 'b', runtime_fraction: { default_value: { numerator: 50 } } },
            { cluster: 'c' },
          ],
        },
      },
      ['mirrors 50 % to b', 'mirrors 100 % to c'],
    ],
    [
      {
        route: { cluster: 'a', timeout: '0s' },
        typed_per_filter_config: {
          'envoy.filters.http.fault': {
            delay: { fixed_delay: '5s', percentage: { numerator: 10 } },
            abort: { http_status: 503, percentage: { numerator: 1_000_000, denominator: 'MILLION' } },
          },
          'acme.filter': {},
        },
      },
      ['delays 10 % by 5 s', 'aborts 100 % with 503', 'own settings for filter acme.filter'],
    ],
    [
      {
        route: {
          cluster: 'a',
          timeout: '0s',
          prefix_rewrite: '/v2/',
          host_rewrite_literal: 'b',
          priority: 'HIGH',
        },
      },
      ['rewrites the matched path to /v2/', 'rewrites the host to b', 'high priority'],
    ],
    [
      { route: { cluster: 'a', timeout: '0s', hash_policy: [{ cookie: { name: 'session' } }] } },
      ['same host by cookie session'],
    ],
    [
      {
        route: { cluster: 'a', timeout: '0s' },
        request_headers_to_add: [{ header: { key: 'authorization', value: 'Bearer abc' } }],
        response_headers_to_remove: ['server', 'x-powered-by'],
      },
      ['sets request header authorization', 'removes response headers server, x-powered-by'],
    ],
    [
      { route: { cluster_header: 'x-cluster', timeout: '0s' } },
      ['goes to the cluster that header x-cluster names'],
    ],
  ];
  test.each(cases)('%j', (route, words) => {
    expect(plain(rowOf({ match: { prefix: '/' }, ...route }).actions)).toEqual(words);
  });

  test('weights are as they stand, and lead to each cluster', () => {
    const clusters = [
      { name: 'v1', weight: 90 },
      { name: 'v2', weight: '20' },
    ];
    const { row, origin } = firstOf(
      routesJob,
      table({ match: {}, route: { weighted_clusters: { clusters } } }),
    );
    expect(row.targets).toEqual([
      { cluster: 'v1', weight: 90 },
      { cluster: 'v2', weight: 20 },
    ]);
    expect(origin.clusters).toEqual(['v1', 'v2']);
  });
});
