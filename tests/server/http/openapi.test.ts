import { afterEach, expect, test, vi } from 'vitest';
import { openApiDocument } from '#server/http/openapi.ts';

afterEach(() => vi.unstubAllEnvs());

test('below a path the document says where its paths begin, else it need not', () => {
  expect(openApiDocument()).not.toHaveProperty('servers');
  vi.stubEnv('VIGLA_SERVED_BELOW', '/tools/vigla');
  const { servers, paths } = openApiDocument();
  expect(servers).toEqual([{ url: '/tools/vigla' }]);
  expect(Object.keys(paths)).toContain('/api/graph');
});
