import { expect, test, vi } from 'vitest';
import { countCacheLookup, logger, observeRequest, ownMetrics } from '#server/telemetry.ts';

test('requests are timed by route and status, and paths outside the API share one label', async () => {
  observeRequest('/api/graph')(200);
  observeRequest('/api/graph/of/an/attacker')(404);
  const { text, contentType } = await ownMetrics();
  expect(contentType).toMatch(/^text\/plain/);
  expect(text).toMatch(/vigla_request_duration_seconds_count\{route="\/api\/graph",status="200"\} 1/);
  expect(text).toMatch(/vigla_request_duration_seconds_count\{route="other",status="404"\} 1/);
  expect(text).toMatch(/vigla_build_info\{version="\d+\.\d+\.\d+",node="\d+/);
  expect(text).toMatch(/vigla_process_cpu_seconds_total /);
});

test('a second copy of the module in the same process counts into the same metrics and logs to the same log', async () => {
  countCacheLookup('telemetry-test', 'hit');
  vi.resetModules();
  const copy = await import('#server/telemetry.ts');
  expect(copy.countCacheLookup).not.toBe(countCacheLookup);
  copy.countCacheLookup('telemetry-test', 'hit');
  expect((await ownMetrics()).text).toContain(
    'vigla_cache_lookups_total{cache="telemetry-test",result="hit"} 2',
  );
  expect(copy.logger()).toBe(logger());
});
