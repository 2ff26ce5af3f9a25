import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Fault, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { sendJson } from '#tests/support/local-server.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';
import { recordedWindow, testTraceStores } from '#tests/support/trace-source.ts';
import { startTraceStore } from '#tests/support/trace-stores.ts';

const stores = testTraceStores();
afterEach(() => stores.stop());

describe('what goes wrong is told in words', () => {
  test.each<[string, string, (response: ServerResponse) => unknown, RegExp]>([
    [
      'no credentials',
      'source_failed',
      (r) => r.writeHead(401).end(),
      /HTTP 401 to .* Check the credentials \(TRACING_BEARER_TOKEN/,
    ],
    [
      'a tenant that is missing',
      'source_failed',
      (r) => r.writeHead(403).end('no org id'),
      /no org id.*TRACING_HEADERS/,
    ],
    ['too many questions', 'source_failed', (r) => r.writeHead(429).end(), /limits how often/],
    [
      'a gateway without a store',
      'source_unreachable',
      (r) => r.writeHead(503).end('upstream down'),
      /HTTP 503.*upstream down/,
    ],
    [
      'a redirect',
      'source_failed',
      (r) => r.writeHead(302, { location: 'https://login.example/?next=secret' }).end(),
      /redirects to https:\/\/login\.example\/, and/,
    ],
    [
      'an error',
      'source_failed',
      (r) => r.writeHead(400).end('invalid TraceQL query'),
      /HTTP 400.*invalid TraceQL query/,
    ],
    [
      'half a JSON text',
      'source_failed',
      (r) => r.end('{"traces":[{"traceID":"1'),
      /not JSON, or was cut off; it begins with/,
    ],
    [
      'other JSON',
      'source_failed',
      (r) => sendJson(r, { traces: 'many' }),
      /cannot be used: traces: .*Check that TRACING_URL/,
    ],
  ])('%s', async (_what, code, answer, message) => {
    const source = await stores.sourceThat(
      (response, { path }) =>
        path.startsWith('/api/v2/search/tag') ? sendJson(response, { tagValues: ['a'] }) : answer(response),
      { provider: 'tempo' },
    );
    await expect(source.search(recordedWindow)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('an answer that is larger than it may be is given up while it comes', async () => {
    let sent = 0;
    const source = await stores.sourceThat(
      (response, { path }) => {
        if (path.startsWith('/api/v2/search/tag')) return sendJson(response, { tagValues: ['a'] });
        const write = () => {
          while (!response.destroyed && sent < 50_000_000) {
            sent += 65_536;
            if (!response.write('x'.repeat(65_536))) return void response.once('drain', write);
          }
          response.end();
        };
        write();
      },
      { provider: 'tempo', maximumAnswerBytes: 1_000_000 },
    );
    await expect(source.search(recordedWindow)).rejects.toMatchObject({
      code: 'too_large',
      message:
        "The trace store's answer is larger than 1 MB. Ask for fewer traces, a shorter time range or one service.",
    });
    expect(sent).toBeLessThan(20_000_000);
  });

  test('a store that does not answer in time, and one that is not there', async () => {
    const silent = await stores.sourceThat(() => undefined, { timeoutMs: 60 });
    await expect(silent.search(recordedWindow)).rejects.toMatchObject({
      code: 'source_timeout',
      message: 'The trace store did not search traces within 0.06 s. Ask for a shorter time range.',
    });
    const { url } = stores.server;
    await stores.stop();
    const gone = stores.sourceOf({ url });
    await expect(gone.search(recordedWindow)).rejects.toMatchObject({ code: 'source_unreachable' });
    expect(await gone.status()).toMatchObject({
      state: 'down',
      reason: expect.stringContaining('could not be reached'),
    });
  });

  test('a question that nobody waits for any more ends', async () => {
    const controller = new AbortController();
    const source = await stores.sourceThat(() => controller.abort());
    await expect(source.search(recordedWindow, controller.signal)).rejects.toThrow(/cancelled/);
  });

  test('a store without any span is degraded, and what to check is said', async () => {
    const source = await stores.sourceThat((response) => sendJson(response, { services: [] }));
    expect(await source.status()).toMatchObject({
      state: 'degraded',
      reason: expect.stringContaining('tracing is on'),
    });
  });
});

test('a trace of which Tempo gives a part only is shown, and that is said', async () => {
  const source = await stores.sourceThat(
    (response, { path }) =>
      path.startsWith('/api/v2/search/tag')
        ? sendJson(response, { tagValues: ['a'] })
        : sendJson(response, {
            trace: { resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 'ab' }] }] }] },
            status: 'PARTIAL',
            message: 'trace exceeds max size',
          }),
    { provider: 'tempo' },
  );
  expect(await source.trace('ab')).toEqual({
    spans: [],
    warnings: [
      '1 span was left out: spanId is missing.',
      'Tempo gave only a part of the trace: trace exceeds max size.',
    ],
  });
});

test('summaries without what is needed are left out, counted, and the rest stays', async () => {
  const whole = { traceId: 'ab', minStartTimeUnixNano: '1795226501052780000' };
  const source = await stores.sourceThat((response, { path }) =>
    path === '/api/v3/services'
      ? sendJson(response, { services: ['a'] })
      : sendJson(response, { summaries: [whole, { ...whole, traceId: '' }, { traceId: 'cd' }, null] }),
  );
  const { traces, warnings } = await source.search(recordedWindow);
  expect(traces).toEqual([
    {
      traceId: `${'0'.repeat(30)}ab`,
      rootService: 'unknown',
      rootOperation: '',
      startMs: 1795226501052.78,
      durationMs: 0,
      spanCount: 0,
      errorSpanCount: 0,
      services: [],
    },
  ]);
  expect(warnings).toEqual(['3 traces were left out: the store gave them without an id or a time.']);
});

describe.skipIf(whyNoSharedFolder !== undefined)('a store that goes away and comes back', () => {
  const search = { ...recordedWindow, service: 'checkout.shop' };

  test.each<[string, Fault]>([
    ['cutting connections', { kind: 'cut' }],
    ['answering 503', { kind: 'status', status: 503 }],
    ['sending garbage', { kind: 'garbage' }],
    ['falling silent', { kind: 'drop' }],
  ])('after %s is asked again, and answers as before', async (_what, fault) => {
    const proxy = await startFaultyProxy(stores.keep(await startTraceStore('tempo')).url);
    const source = stores.sourceOf(proxy, { timeoutMs: 1000 });
    const before = await source.search(search);
    proxy.setFault(fault);
    await expect(source.search(search)).rejects.toMatchObject({ code: expect.stringMatching(/^source_/) });
    proxy.setFault(undefined);
    expect(await source.search(search)).toEqual(before);
    await proxy.stop();
  });

  test('as another kind of store behind the same address is recognised at the first question', async () => {
    const [tempo, jaeger] = await Promise.all([startTraceStore('tempo'), startTraceStore('oldJaeger')]);
    stores.keep(tempo);
    stores.keep(jaeger);
    let current = tempo.url;
    const source = await stores.sourceThat(async (response, { path, form }) => {
      const answer = await fetch(`${current}${path}?${form}`);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
    expect((await source.search(search)).asked).toContain('resource.service.name');
    current = jaeger.url;
    expect((await source.search(search)).asked).toContain('/api/traces?service=checkout.shop');
  });
});
