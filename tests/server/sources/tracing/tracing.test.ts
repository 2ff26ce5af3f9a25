import { afterEach, describe, expect, test } from 'vitest';
import type { LocalServer } from '#tests/support/local-server.ts';
import { sendJson } from '#tests/support/local-server.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';
import { recordedWindow, testTraceStores } from '#tests/support/trace-source.ts';
import { type StoreKind, startTraceStore } from '#tests/support/trace-stores.ts';

const stores = testTraceStores();
afterEach(() => stores.stop());

async function recorded(kind: StoreKind, options = {}) {
  const server = stores.keep(await startTraceStore(kind));
  return { server, source: stores.sourceOf(server, options) };
}

function askedOf(server: LocalServer, path: string): Record<string, string> {
  return Object.fromEntries(server.received.findLast((one) => one.path === path)?.form ?? []);
}

describe.skipIf(whyNoSharedFolder !== undefined)('which store answers is found out by asking', () => {
  test.each<[StoreKind, string]>([
    ['jaegerWithSummaries', 'Jaeger (API v3)'],
    ['jaegerWithoutSummaries', 'Jaeger (API v3)'],
    ['oldJaeger', 'Jaeger (API before v3)'],
    ['tempo', 'Tempo'],
  ])('%s is %s', async (kind, title) => {
    const { source, server } = await recorded(kind);
    expect(await source.status()).toEqual({
      id: 'traces',
      state: 'ok',
      address: server.url,
      details: [title],
    });
    expect(await source.services()).toContain('reviews.bookinfo');
  });

  test('once, and not again for each question', async () => {
    const { source, server } = await recorded('tempo');
    await source.search({ ...recordedWindow, service: 'checkout.shop' });
    const before = server.received.length;
    await source.search({ ...recordedWindow, service: 'checkout.shop' });
    expect(server.received.slice(before).map(({ path }) => path)).toEqual(['/api/search']);
  });

  test('a provider that is named is not looked for among others', async () => {
    const { source } = await recorded('tempo', { provider: 'jaeger' });
    await expect(source.services()).rejects.toThrow(/answers, but not as Jaeger. Check that TRACING_URL/);
  });
});

test('a server that is no trace store is told from one', async () => {
  const source = await stores.sourceThat((response) => response.end('<html>Welcome to nginx'));
  await expect(source.services()).rejects.toThrow(
    /answers, but neither as Jaeger nor as Tempo.*such as \/jaeger/,
  );
});

describe.skipIf(whyNoSharedFolder !== undefined)('a search is pushed down', () => {
  const search = {
    ...recordedWindow,
    service: 'productpage.bookinfo',
    operation: 'reviews:9080/*',
    tags: { 'http.status_code': '503' },
    minDurationMs: 1.5,
    maxDurationMs: 2000,
    errorsOnly: true,
    limit: 7,
  };

  test('to Jaeger as parameters of its API', async () => {
    const { source, server } = await recorded('jaegerWithSummaries');
    const { asked } = await source.search(search);
    expect(askedOf(server, '/api/v3/trace-summaries')).toMatchObject({
      'query.service_name': 'productpage.bookinfo',
      'query.operation_name': 'reviews:9080/*',
      'query.start_time_min': '2026-11-21T02:00:00.000Z',
      'query.start_time_max': '2026-11-21T03:00:00.000Z',
      'query.duration_min': '1500us',
      'query.duration_max': '2000000us',
      'query.attributes': '{"http.status_code":"503","error":"true"}',
    });
    expect(asked).toContain(
      `GET ${server.url}/api/v3/trace-summaries?query.service_name=productpage.bookinfo&`,
    );
  });

  test('to an older Jaeger as parameters of that', async () => {
    const { source, server } = await recorded('oldJaeger');
    await source.search(search);
    expect(askedOf(server, '/api/traces')).toMatchObject({
      service: 'productpage.bookinfo',
      operation: 'reviews:9080/*',
      start: '1795226400000000',
      end: '1795230000000000',
      minDuration: '1500us',
      tags: '{"http.status_code":"503","error":"true"}',
    });
  });

  test('to Tempo as TraceQL', async () => {
    const { source, server } = await recorded('tempo');
    const { asked } = await source.search(search);
    expect(askedOf(server, '/api/search')).toMatchObject({
      q: `${asked} with (most_recent=true)`,
      start: '1795226400',
      end: '1795230000',
      limit: '8',
    });
    expect(asked).toBe(
      '{ resource.service.name = "productpage.bookinfo" && name = "reviews:9080/*" && status = error && traceDuration >= 1500us && traceDuration <= 2000000us && (.http.status_code = "503" || .http.status_code = 503) }',
    );
  });
});

describe.skipIf(whyNoSharedFolder !== undefined)('what a store cannot do', () => {
  test('is done here: a Jaeger that ignores tags is asked for more, and the rest is left out and said', async () => {
    const { source, server } = await recorded('jaegerWithoutSummaries');
    const { traces, warnings } = await source.search({
      ...recordedWindow,
      service: 'productpage.bookinfo',
      tags: { 'http.status_code': '504' },
      limit: 10,
    });
    expect(traces.length).toBe(3);
    expect(warnings).toEqual([expect.stringMatching(/^The store cannot filter by all.*\d+ of the traces/)]);
    const depths = server.received
      .filter(({ path }) => path === '/api/v3/traces')
      .map(({ form }) => form.get('query.search_depth'));
    expect(depths).toEqual(['11', '44', '176']);
  });

  test('is said where Jaeger means the span that it looks for, and a person the whole trace', async () => {
    const { source } = await recorded('jaegerWithSummaries');
    const slow = { ...recordedWindow, minDurationMs: 1000 };
    expect((await source.search({ ...slow, service: 'productpage.bookinfo' })).warnings).toContain(
      'Jaeger compares the shortest duration with spans of productpage.bookinfo, not with the trace: traces that took long elsewhere are missing.',
    );
  });

  test('an older Jaeger demands a service, so each is asked', async () => {
    const { source, server } = await recorded('oldJaeger');
    const { traces, isCut } = await source.search({ ...recordedWindow, limit: 20 });
    expect(traces.length).toBe(20);
    expect(isCut).toBe(true);
    const services = server.received
      .filter(({ path }) => path === '/api/traces')
      .map(({ form }) => form.get('service'));
    expect(new Set(services).size).toBeGreaterThan(5);
    expect(services).not.toContain(null);
  });

  test('an old Tempo without the hint for the newest is asked without it', async () => {
    const queries: string[] = [];
    const source = await stores.sourceThat(
      (response, { path, form }) => {
        if (path !== '/api/search') return sendJson(response, { tagValues: ['a'] });
        const query = form.get('q') ?? '';
        queries.push(query);
        if (query.includes('with')) return response.writeHead(400).end('invalid TraceQL query: parse error');
        return sendJson(response, { traces: [] });
      },
      { provider: 'tempo' },
    );
    await source.search(recordedWindow);
    await source.search(recordedWindow);
    expect(queries).toEqual(['{ } with (most_recent=true)', '{ }', '{ }']);
  });

  test('a pod is compared span by span in Jaeger, whose summaries do not name it', async () => {
    const { source } = await recorded('jaegerWithSummaries');
    const service = 'reviews.bookinfo';
    const all = await source.search({ ...recordedWindow, service });
    const spans = await Promise.all(all.traces.slice(0, 5).map(({ traceId }) => source.trace(traceId)));
    const nodes = spans.flatMap((one) =>
      (one?.spans ?? []).flatMap(({ attributes, service: own }) =>
        own === service ? [attributes.node_id?.split('~')[2] ?? ''] : [],
      ),
    );
    const [proxy = ''] = nodes;
    const ofPod = await source.search({ ...recordedWindow, service, proxies: [proxy] });
    expect(ofPod.traces.length).toBeGreaterThan(0);
    expect(ofPod.traces.length).toBeLessThan(all.traces.length);
    // "reviews-v2-x" must not stand for a pod whose name begins so.
    expect(
      (await source.search({ ...recordedWindow, service, proxies: [proxy.slice(0, -12)] })).traces,
    ).toEqual([]);
  });
});

describe.skipIf(whyNoSharedFolder !== undefined)('a trace that does not exist', () => {
  test.each<StoreKind>(['jaegerWithSummaries', 'jaegerWithoutSummaries', 'oldJaeger', 'tempo'])(
    'is undefined in %s',
    async (kind) => {
      const { source } = await recorded(kind);
      expect(await source.trace('0000000000000000000000000000dead')).toBeUndefined();
    },
  );
});

describe.skipIf(whyNoSharedFolder !== undefined)("links to the store's own screen", () => {
  test("lead to Jaeger's search and trace", async () => {
    const { source } = await recorded('jaegerWithSummaries', { externalUrl: 'https://jaeger.example/ui/' });
    expect(source.link?.('ab')).toBe('https://jaeger.example/ui/trace/ab');
    const { link } = await source.search({ ...recordedWindow, service: 'checkout.shop', limit: 5 });
    expect(link).toBe(
      'https://jaeger.example/ui/search?lookback=custom&service=checkout.shop&start=1795226400000000&end=1795230000000000&limit=5',
    );
  });

  test('follow a pattern for traces, as Grafana needs one', async () => {
    const { source } = await recorded('tempo', {
      externalUrl: 'https://grafana.example/explore?q={traceId}',
    });
    expect(source.link?.('ab')).toBe('https://grafana.example/explore?q=ab');
    expect(await source.search({ ...recordedWindow, service: 'checkout.shop' })).not.toHaveProperty('link');
  });

  test('are absent without an address', async () => {
    const { source } = await recorded('tempo');
    expect(source.link).toBeUndefined();
  });
});
