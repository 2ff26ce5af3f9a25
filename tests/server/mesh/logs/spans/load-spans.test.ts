import { describe, expect, test } from 'vitest';
import { logsQuery, requestTraceQuery } from '#lib/contract/logs.ts';
import type { Span } from '#lib/contract/traces.ts';
import { loadLogs } from '#server/mesh/logs/load-logs.ts';
import { loadRequestTrace } from '#server/mesh/logs/spans/load-request-trace.ts';
import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { cart, cartPod, logContext, logsOf, nowMs } from '#tests/support/log-context.ts';

const objects = [cart, cartPod()];
const query = logsQuery.parse({ namespace: 'shop', name: 'cart' });
const request = requestTraceQuery.parse({
  id: 'r-7',
  around: String(nowMs),
  kind: 'workload',
  namespace: 'shop',
  name: 'cart',
});

function accessLine(requestId: string) {
  return `[${new Date(nowMs).toISOString()}] "GET /cart HTTP/1.1" 200 - via_upstream - "-" 0 1 1 1 "-" "-" "${requestId}" "cart" "10.0.0.1:8080" inbound|8080|| - - - - default`;
}

const logs = logsOf({ 'cart-1/istio-proxy': [{ atMs: nowMs, text: accessLine('r-7') }] });

function spanOf(traceId: string, requestId: string): Span {
  return {
    traceId,
    spanId: `s-${traceId}`,
    service: 'cart.shop',
    operation: 'cart',
    kind: 'server',
    startMs: nowMs,
    durationMs: 3,
    isError: false,
    attributes: { 'guid:x-request-id': requestId },
    resource: {},
    events: [],
  };
}

/** A store with traces 1…n, each of the request `r-<n>`. */
function storeOf(count: number, asked: TraceSearch[] = [], read: string[] = []): TraceSource {
  const ids = Array.from({ length: count }, (_, index) => `${index + 1}`);
  return {
    services: async () => [],
    async search(search) {
      asked.push(search);
      const wanted = search.tags['guid:x-request-id'];
      const found = ids.filter((id) => wanted === undefined || wanted === `r-${id}`).slice(0, search.limit);
      const summary = {
        rootService: '',
        rootOperation: '',
        durationMs: 1,
        spanCount: 1,
        errorSpanCount: 0,
        services: [],
      };
      return {
        traces: found.map((traceId) => ({ traceId, startMs: nowMs, ...summary })),
        isCut: false,
        asked: 'asked so',
        warnings: [],
      };
    },
    async trace(id) {
      read.push(id);
      return { spans: [spanOf(id, `r-${id}`)], warnings: [] };
    },
    status: async () => ({ id: 'traces', state: 'ok' }),
  };
}

describe('a list of lines', () => {
  test('asks the store once, and reads few traces', async () => {
    const asked: TraceSearch[] = [];
    const read: string[] = [];
    const traces = storeOf(200, asked, read);
    const { data, warnings } = await loadLogs('workload')(query, logContext({ objects, logs, traces }));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ service: 'cart.shop', fromMs: nowMs - 600_000, toMs: nowMs, limit: 25 });
    expect(read).toHaveLength(25);
    expect(data.joined).toEqual({ byRequestId: 1, byTraceId: 0, byTime: 0, without: 0 });
    expect(data.lines[0]?.spans[0]?.traceId).toBe('7');
    expect(warnings).toEqual([]);
  });

  test('comes without spans and a warning when there is no store', async () => {
    const { data, warnings } = await loadLogs('workload')(query, logContext({ objects, logs }));
    expect(data.joined.without).toBe(1);
    expect(warnings).toEqual([
      {
        code: 'traces_not_configured',
        source: 'traces',
        message:
          'Lines have no spans beside them. No trace store is configured. Set TRACING_URL to the address of Jaeger or Tempo to see traces.',
      },
    ]);
  });

  test('says nothing of traces where no line is an access line', async () => {
    const plain = logsOf({ 'cart-1/cart': [{ atMs: nowMs, text: 'started' }] });
    const { warnings } = await loadLogs('workload')(query, logContext({ objects, logs: plain }));
    expect(warnings).toEqual([]);
  });

  test('comes without spans and a warning when the store is down', async () => {
    const traces = { ...storeOf(1), search: () => Promise.reject(new Error('connection refused')) };
    const { data, warnings } = await loadLogs('workload')(query, logContext({ objects, logs, traces }));
    expect(data.lines).toHaveLength(1);
    expect(warnings).toEqual([
      {
        code: 'spans_missing',
        source: 'traces',
        message:
          'Lines have no spans beside them, because the trace store could not be asked: connection refused',
      },
    ]);
  });

  test('is not held up by a store that does not answer', async () => {
    const traces: TraceSource = {
      ...storeOf(1),
      search: (_, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    };
    const startedAt = performance.now();
    const { data, warnings } = await loadLogs('workload')(query, logContext({ objects, logs, traces }));
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(data.lines).toHaveLength(1);
    expect(warnings[0]?.message).toContain('did not answer within 2 s');
  });

  test('names the traces that could not be read', async () => {
    const traces = { ...storeOf(3), trace: () => Promise.reject(new Error('half an answer')) };
    const { warnings } = await loadLogs('workload')(query, logContext({ objects, logs, traces }));
    expect(warnings[0]?.message).toBe('3 of 3 traces could not be read: half an answer');
  });
});

describe('the trace of one request', () => {
  test('is searched by its id in the minutes around the line', async () => {
    const asked: TraceSearch[] = [];
    const { data, warnings } = await loadRequestTrace(
      request,
      logContext({ objects, traces: storeOf(50, asked) }),
    );
    expect(asked[0]).toMatchObject({
      service: 'cart.shop',
      tags: { 'guid:x-request-id': 'r-7' },
      fromMs: nowMs - 120_000,
      toMs: nowMs,
    });
    expect(data.traceIds).toEqual(['7']);
    expect(data.spans).toEqual([expect.objectContaining({ spanId: 's-7', by: 'requestId' })]);
    expect(warnings).toEqual([]);
  });

  test('may not be there, which is said', async () => {
    const { data, warnings } = await loadRequestTrace(request, logContext({ objects, traces: storeOf(3) }));
    expect(data.spans).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['request_not_traced']);
  });

  test('cannot be searched without a store, which is said', async () => {
    const { warnings } = await loadRequestTrace(request, logContext({ objects }));
    expect(warnings.map(({ code }) => code)).toEqual(['traces_not_configured']);
  });
});
