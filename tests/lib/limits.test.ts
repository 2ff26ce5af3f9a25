import { expect, test } from 'vitest';
import { apiFiles } from '#lib/contract/files.ts';
import { limitOf, routeLimits } from '#lib/contract/limits.ts';
import { apiPosts } from '#lib/contract/posts.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { apiStreams } from '#lib/contract/streams.ts';

const limited = new Set<string>(Object.values(routeLimits).flat());
const all = [
  ...[apiRoutes, apiFiles, apiStreams].flatMap((routes) =>
    Object.keys(routes).map((route) => `GET ${route}`),
  ),
  ...Object.keys(apiPosts).map((route) => `POST ${route}`),
];

test('every route about a proxy, a file, a log, a trace or a snapshot counts for something', () => {
  const costly =
    /^(GET|POST) \/api\/(proxies|compare\/proxies|ztunnels|dumps|traces|snapshot)|\/(logs|log-peers|traces|follow|envoy)$/;
  const free = all.filter((route) => costly.test(route) && !limited.has(route));
  expect(free).toEqual([]);
  expect(limited.size).toBeGreaterThan(40);
});

test('the addresses of a route count for what it counts, by their method', () => {
  expect(limitOf('GET', '/api/proxies/shop/cart-1/compare')).toBe('proxies');
  expect(limitOf('POST', '/api/proxies/shop/cart-1/compare')).toBe('uploads');
  expect(limitOf('GET', '/api/workloads/shop/cart/logs/follow')).toBe('follows');
  expect(limitOf('GET', '/api/graph')).toBeUndefined();
  expect(limitOf('GET', '/api/nothing')).toBeUndefined();
});
