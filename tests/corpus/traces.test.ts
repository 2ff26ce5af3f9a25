import { afterAll, describe, expect, test } from 'vitest';
import type { Span } from '#lib/contract/traces.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';
import { createTracing } from '#server/sources/tracing/tracing.ts';
import { type LocalServer, sendJson, startServer } from '#tests/support/local-server.ts';
import { recordedAnswer, recordedJaegerTraces, recordedNames } from '#tests/support/recorded-traces.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';
import { type StoreKind, startTraceStore } from '#tests/support/trace-stores.ts';

const servers: LocalServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function sourceOf(kind: StoreKind) {
  const server = await startTraceStore(kind);
  servers.push(server);
  return createTracing({ url: server.url, provider: 'auto', timeoutMs: 5000 });
}

/** Comparable across stores: the recording moved Tempo's times, so times are told from the trace's beginning. */
function comparable(spans: readonly Span[]) {
  const beginning = Math.min(...spans.map(({ startMs }) => startMs));
  const relative = (ms: number) => Math.round((ms - beginning) * 1000);
  return new Map(
    spans.map(({ startMs, events, ...span }) => [
      span.spanId,
      { ...span, startUs: relative(startMs), events: events.map(({ name, atMs }) => [name, relative(atMs)]) },
    ]),
  );
}

const recordedWindow = {
  tags: {},
  fromMs: Date.UTC(2026, 10, 21, 2),
  toMs: Date.UTC(2026, 10, 21, 3),
  errorsOnly: false,
  limit: 100,
} satisfies TraceSearch;

describe.skipIf(whyNoSharedFolder !== undefined)('the recorded traces', () => {
  test('come out of Jaeger, old Jaeger and Tempo as the same spans', async () => {
    const inTempo = recordedNames('tempo', /^trace-v2-/).map((name) => name.slice(9, -5).padStart(32, '0'));
    const inBoth = inTempo.filter((id) => recordedJaegerTraces().has(id));
    const [jaeger, old, tempo] = await Promise.all([
      sourceOf('jaegerWithSummaries'),
      sourceOf('oldJaeger'),
      sourceOf('tempo'),
    ]);
    const count = { traces: 0, found: 0, missing: 0, extra: 0 };
    for (const id of inBoth) {
      const [one, ...others] = await Promise.all([jaeger, old, tempo].map((source) => source.trace(id)));
      const real = comparable(one?.spans ?? []);
      count.traces++;
      for (const other of others) {
        const theirs = comparable(other?.spans ?? []);
        count.found += [...real.keys()].filter((spanId) => theirs.has(spanId)).length;
        count.missing += [...real.keys()].filter((spanId) => !theirs.has(spanId)).length;
        count.extra += [...theirs.keys()].filter((spanId) => !real.has(spanId)).length;
        expect(theirs).toEqual(real);
      }
      expect(others.map((other) => other?.warnings)).toEqual([[], []]);
    }
    console.info(`traces held by both: ${JSON.stringify(count)}`);
    expect(count).toMatchObject({ missing: 0, extra: 0 });
    expect(count.traces).toBeGreaterThanOrEqual(10);
  });

  test("come out of Tempo's older route as out of the newer", async () => {
    const names = recordedNames('tempo', /^trace-v1-/);
    const older = await startServer((response, { path }) => {
      const id = /^\/api\/traces\/0*(\w+)$/.exec(path)?.[1];
      if (id !== undefined) return response.end(recordedAnswer('tempo', `trace-v1-${id}.json`));
      const isNames = path.startsWith('/api/search/tag/service.name/');
      return isNames
        ? sendJson(response, { tagValues: ['reviews.bookinfo'] })
        : response.writeHead(404).end();
    });
    servers.push(older);
    const source = createTracing({ url: older.url, provider: 'auto', timeoutMs: 5000 });
    const newer = await sourceOf('tempo');
    expect(await source.services()).toEqual(['reviews.bookinfo']);
    for (const name of names) {
      const id = name.slice(9, -5).padStart(32, '0');
      const [one, other] = await Promise.all([source.trace(id), newer.trace(id)]);
      expect(comparable(one?.spans ?? [])).toEqual(comparable(other?.spans ?? []));
      expect(one?.spans.length).toBeGreaterThan(0);
    }
    expect(names.length).toBe(3);
  });

  test.each<[StoreKind, string, number]>([
    ['jaegerWithSummaries', 'productpage.bookinfo', 40],
    ['jaegerWithoutSummaries', 'productpage.bookinfo', 40],
    ['oldJaeger', 'checkout.shop', 33],
    ['tempo', 'checkout.shop', 33],
  ])('are found in %s by service %s', async (kind, service, most) => {
    const { traces, warnings } = await (await sourceOf(kind)).search({ ...recordedWindow, service });
    expect(traces.length).toBeGreaterThanOrEqual(most);
    expect(warnings).toEqual([]);
    expect(traces.map(({ startMs }) => startMs)).toEqual(
      traces.map(({ startMs }) => startMs).sort((left, right) => right - left),
    );
    expect(traces.every(({ services }) => services.some(({ name }) => name === service))).toBe(true);
  });

  test('have the summaries in Jaeger that their spans amount to', async () => {
    const [told, derived] = await Promise.all(
      (['jaegerWithSummaries', 'jaegerWithoutSummaries'] as const).map(async (kind) =>
        (await sourceOf(kind)).search({ ...recordedWindow, service: 'checkout.shop', limit: 500 }),
      ),
    );
    const derivedById = new Map(derived?.traces.map((trace) => [trace.traceId, trace]));
    const rounded = (trace: { startMs: number; durationMs: number } | undefined) =>
      trace && { ...trace, durationMs: Math.round(trace.durationMs * 1000) };
    expect(told?.traces.length).toBe(33);
    for (const summary of told?.traces ?? [])
      expect(rounded(derivedById.get(summary.traceId))).toEqual(rounded(summary));
  });
});
