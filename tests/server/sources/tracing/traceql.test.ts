import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, toTraceQL } from '#server/sources/tracing/traceql.ts';
import { recordedWindow } from '#tests/support/trace-source.ts';

test.each([
  [{}, '{ }'],
  [{ service: 'reviews.bookinfo' }, '{ resource.service.name = "reviews.bookinfo" }'],
  [
    { service: 'a', operation: 'GET /', errorsOnly: true, kind: 'server' as const },
    '{ resource.service.name = "a" && name = "GET /" && kind = server && status = error }',
  ],
  [
    { service: 'a', minDurationMs: 1.5, maxDurationMs: 20 },
    '{ resource.service.name = "a" && traceDuration >= 1500us && traceDuration <= 20000us }',
  ],
  [{ minDurationMs: 5 }, '{ traceDuration >= 5000us }'],
  [{ tags: { 'istio.namespace': 'shop' } }, '{ .istio.namespace = "shop" }'],
  [{ tags: { 'guid:x-request-id': '9eda-1' } }, '{ ."guid:x-request-id" = "9eda-1" }'],
  [{ tags: { 'http.status_code': '503' } }, '{ (.http.status_code = "503" || .http.status_code = 503) }'],
  [{ tags: { cached: 'true' } }, '{ (.cached = "true" || .cached = true) }'],
  [
    { proxies: ['web-1.shop', 'web-2.shop'] },
    String.raw`{ span.node_id =~ "^[^~]*~[^~]*~(web-1\\.shop|web-2\\.shop)~.*$" }`,
  ],
])('%j is asked for by %s', (search, query) => {
  expect(toTraceQL({ ...recordedWindow, ...search })).toBe(query);
});

test('a text cannot end its string and go on as a query', () => {
  expect(toTraceQL({ ...recordedWindow, service: 'a" || true || name = "b\\' })).toBe(
    String.raw`{ resource.service.name = "a\" || true || name = \"b\\" }`,
  );
});

test('nor can a key', () => {
  expect(toTraceQL({ ...recordedWindow, tags: { 'a" || .b\\': 'x' } })).toBe(
    String.raw`{ ."a\" || .b\\" = "x" }`,
  );
});

test('any text is one string: every quote in it is escaped, and nothing else ends it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = quoted(text).slice(1, -1);
      expect(inside).not.toMatch(/\n/);
      expect(inside.replace(/\\./g, '')).not.toMatch(/["\\]/);
      expect(JSON.parse(quoted(text))).toBe(text.toWellFormed());
    }),
  );
});
