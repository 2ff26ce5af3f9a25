import { describe, expect, test } from 'vitest';
import { spanSchema } from '#lib/contract/traces.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const nowMs = recordedNowSeconds * 1000;

function source(): TraceSource {
  const { traces } = createRecording({ now: () => nowMs });
  if (traces === undefined) throw new Error('no traces');
  return traces;
}

const store = source();
const quarter: TraceSearch = {
  tags: {},
  fromMs: nowMs - 900_000,
  toMs: nowMs,
  errorsOnly: false,
  limit: 100,
};
const beforeRecording = { fromMs: nowMs - 20 * 86_400_000, toMs: nowMs - 86_400_000 };

describe('searching', () => {
  test('gives the newest first, and says that there are more', async () => {
    const { traces, isCut, asked } = await store.search({ ...quarter, limit: 40 });
    const starts = traces.map(({ startMs }) => startMs);
    expect(starts).toHaveLength(40);
    expect([...starts].sort((one, other) => other - one)).toEqual(starts);
    expect(isCut).toBe(true);
    expect(asked).toContain('one in 10');
  });

  test('finds by service, error and tags, all in one span', async () => {
    const { traces } = await store.search({
      ...quarter,
      ...beforeRecording,
      service: 'reviews.bookinfo',
      tags: { response_flags: 'FI' },
      errorsOnly: true,
      limit: 5,
    });
    expect(traces).toHaveLength(5);
    for (const { traceId } of traces) {
      const found = await store.trace(traceId);
      const wanted = found?.spans.filter(
        ({ service, attributes }) => service === 'reviews.bookinfo' && attributes.response_flags === 'FI',
      );
      expect(wanted?.map(({ isError, kind }) => [isError, kind])).toEqual([[true, 'client']]);
    }
  });

  test('finds slow ones, and only those', async () => {
    const { traces } = await store.search({ ...quarter, ...beforeRecording, minDurationMs: 1500, limit: 10 });
    expect(traces).toHaveLength(10);
    expect(traces.every(({ durationMs }) => durationMs >= 1500)).toBe(true);
  });

  test('finds the trace of a request id without looking further', async () => {
    const [first] = (await store.search({ ...quarter, ...beforeRecording, service: 'details.bookinfo' }))
      .traces;
    const found = await store.trace(first?.traceId ?? '');
    const requestId = found?.spans[0]?.attributes['guid:x-request-id'] ?? '';
    const again = await store.search({
      ...quarter,
      ...beforeRecording,
      tags: { 'guid:x-request-id': requestId },
    });
    expect(again.traces).toEqual([first]);
  });

  test('says when it gave up', async () => {
    const month = { ...quarter, fromMs: nowMs - 30 * 86_400_000 };
    const { traces, warnings } = await store.search({
      ...month,
      service: 'productpage.bookinfo',
      tags: { user_agent: 'nobody' },
    });
    expect(traces).toEqual([]);
    expect(warnings.join()).toMatch(/^The search stopped at .* older ones were not looked at/);
  });

  test('knows no service that has no proxy, and finds nothing for one', async () => {
    expect(await store.services()).toContain('reviews.bookinfo');
    expect(await store.services()).not.toContain('batch.legacy');
    expect((await store.search({ ...quarter, service: 'batch.legacy' })).traces).toEqual([]);
  });
});

describe('a trace', () => {
  test('is the same in every process, and has the shape of the contract', async () => {
    const { traces } = await store.search({ ...quarter, errorsOnly: true, limit: 20 });
    const other = source();
    for (const { traceId, spanCount } of traces) {
      const found = await store.trace(traceId);
      expect(found?.spans).toHaveLength(spanCount);
      expect(await other.trace(traceId.replace(/^0+/, ''))).toEqual(found);
      for (const span of found?.spans ?? []) expect(spanSchema.parse(span)).toEqual(span);
    }
  });

  test('of an uninjected caller begins at the callee', async () => {
    const { traces } = await store.search({
      ...quarter,
      ...beforeRecording,
      service: 'crawler.external',
      tags: { 'http.url': 'http://crawler.external:8080/crawl' },
    });
    const found = await store.trace(traces[0]?.traceId ?? '');
    const roots = found?.spans.filter(({ parentSpanId }) => parentSpanId === undefined);
    expect(roots?.map(({ kind, service }) => [kind, service])).toEqual([['server', 'crawler.external']]);
  });

  test('that no request has is not there, nor one that was not sampled or has yet to end', async () => {
    expect(await store.trace('1234567890abcdef')).toBeUndefined();
    const { traces } = await store.search({ ...quarter, ...beforeRecording, limit: 1 });
    const early = createRecording({ now: () => (traces[0]?.startMs ?? 0) + 1 });
    expect(await early.traces?.trace(traces[0]?.traceId ?? '')).toBeUndefined();
  });

  test('that was really recorded is shown as if it were of just now', async () => {
    const found = await store.trace('a597aaf9d493057f4eaf0337675ed349');
    expect(found?.spans).toHaveLength(9);
    const root = found?.spans.find(({ parentSpanId }) => parentSpanId === undefined);
    expect(root?.operation).toBe('productpage.bookinfo.svc.cluster.local:9080/productpage');
    expect(root?.attributes['guid:x-request-id']).toBe('0f302fc2-309f-917f-a813-5dfccfcce773');
    expect(nowMs - (root?.startMs ?? 0)).toBeGreaterThan(0);
    expect(nowMs - (root?.startMs ?? 0)).toBeLessThan(120_000);
  });
});
