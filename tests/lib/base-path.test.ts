import { afterEach, expect, test, vi } from 'vitest';
import { apiAddress } from '#lib/api-client.ts';
import { basePath, belowBasePath, withoutBasePath } from '#lib/base-path.ts';
import { themeCookieText } from '#lib/theme.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('without a base path addresses are what they are', () => {
  expect(basePath()).toBe('');
  expect(belowBasePath('/api/graph')).toBe('/api/graph');
  expect(withoutBasePath('/vigla/graph')).toBe('/vigla/graph');
});

const places = {
  'on the server': () => vi.stubEnv('VIGLA_SERVED_BELOW', '/vigla'),
  'in the browser': () => vi.stubGlobal('document', { documentElement: { dataset: { basePath: '/vigla' } } }),
};

test.each(Object.entries(places))('%s addresses stand below it', (_, tell) => {
  tell();
  expect(basePath()).toBe('/vigla');
  expect(belowBasePath('/')).toBe('/vigla/');
  expect(apiAddress('/api/graph', { range: '10m' })).toBe('/vigla/api/graph?range=10m');
  expect(themeCookieText('dark')).toContain('; path=/vigla/;');
});

test.each([
  ['/vigla/graph', '/graph'],
  ['/vigla', '/'],
  ['/vigla/', '/'],
  ['/viglas/graph', '/viglas/graph'],
  ['/graph', '/graph'],
])('of %s the router knows %s', (address, path) => {
  vi.stubEnv('VIGLA_SERVED_BELOW', '/vigla');
  expect(withoutBasePath(address)).toBe(path);
});
