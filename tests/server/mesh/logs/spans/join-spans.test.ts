import { expect, test } from 'vitest';
import type { AccessLog, LogLine } from '#lib/contract/logs.ts';
import type { Span } from '#lib/contract/traces.ts';
import { joinSpans } from '#server/mesh/logs/spans/join-spans.ts';
import { nowMs } from '#tests/support/log-context.ts';

const node = 'sidecar~10.0.0.1~cart-1.shop~shop.svc.cluster.local';

function span(spanId: string, fields: Partial<Span> = {}, attributes: Record<string, string> = {}): Span {
  return {
    traceId: '00000000000000008324cb9708116ebe',
    spanId,
    service: 'cart.shop',
    operation: 'cart:8080/*',
    kind: 'server',
    startMs: nowMs,
    durationMs: 12,
    isError: false,
    attributes: {
      node_id: node,
      'http.url': 'http://cart:8080/cart',
      'http.method': 'GET',
      'guid:x-request-id': 'r-1',
      ...attributes,
    },
    resource: {},
    events: [],
    ...fields,
  };
}

function line(fields: Partial<AccessLog>): LogLine {
  return {
    id: 'l',
    pod: 'cart-1',
    container: 'istio-proxy',
    level: 'info',
    text: '',
    spans: [],
    access: {
      format: 'text',
      responseFlags: [],
      others: {},
      startMs: nowMs,
      method: 'GET',
      path: '/cart',
      upstreamCluster: 'inbound|8080||',
      ...fields,
    },
  };
}

function idsOf(lines: readonly LogLine[], spans: readonly Span[]) {
  const joined = joinSpans(lines, spans, 'shop');
  return {
    ...joined.joined,
    spans: joined.lines.map((one) => one.spans.map(({ spanId, by }) => `${spanId} ${by}`)),
  };
}

test('by request id, and of all who saw the request the own proxy and direction', () => {
  const spans = [
    span('caller', { service: 'shop-front.shop' }, { node_id: node.replace('cart-1', 'front-1') }),
    span('in'),
    span('out', { kind: 'client' }),
  ];
  const lines = [line({ requestId: 'r-1' }), line({ requestId: 'r-1', upstreamCluster: 'outbound|80||db' })];
  expect(idsOf(lines, spans)).toMatchObject({ byRequestId: 2, spans: [['in requestId'], ['out requestId']] });
});

test('of several calls within one request the one that began then and went there', () => {
  const spans = [
    span('first', { kind: 'client', startMs: nowMs - 40 }),
    span('second', { kind: 'client', startMs: nowMs + 1 }),
  ];
  const lines = [line({ requestId: 'r-1', upstreamCluster: 'outbound|8080||cart' })];
  expect(idsOf(lines, spans).spans).toEqual([['second requestId']]);
});

test('a request whose own proxy sent no span has those of the others', () => {
  const spans = [span('caller', {}, { node_id: node.replace('cart-1', 'front-1') })];
  expect(idsOf([line({ requestId: 'r-1' })], spans).spans).toEqual([['caller requestId']]);
});

test('else by trace id, also one that was logged in 64 bits', () => {
  const lines = [line({ requestId: 'other', traceId: '8324cb9708116ebe' })];
  expect(idsOf(lines, [span('in')])).toMatchObject({ byTraceId: 1, spans: [['in traceId']] });
});

test('by time last: the same proxy, path and method within five milliseconds', () => {
  const spans = [
    span('near', { startMs: nowMs + 4 }),
    span('late', { startMs: nowMs + 6 }),
    span('elsewhere', {}, { 'http.url': 'http://cart:8080/other' }),
    span('posted', {}, { 'http.method': 'POST' }),
    span('neighbour', {}, { node_id: node.replace('cart-1', 'cart-2') }),
  ];
  expect(idsOf([line({})], spans)).toMatchObject({ byTime: 1, spans: [['near time']] });
});

test('lines without spans are counted, lines that are no access lines are not', () => {
  const plain = { ...line({}), access: undefined };
  expect(idsOf([line({ requestId: 'r-9', startMs: 0 }), plain], [span('in')])).toEqual({
    byRequestId: 0,
    byTraceId: 0,
    byTime: 0,
    without: 1,
    spans: [[], []],
  });
});
