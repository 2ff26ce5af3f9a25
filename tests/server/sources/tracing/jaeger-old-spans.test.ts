import { describe, expect, test } from 'vitest';
import { oldTraceSchema, readOldSpans } from '#server/sources/tracing/jaeger-old-spans.ts';

const whole = {
  traceID: '7669c3221ef02a',
  spanID: 'ad5c79ec74d0a3a',
  operationName: 'GET /',
  references: [
    { refType: 'FOLLOWS_FROM', traceID: '7669c3221ef02a', spanID: '9' },
    { refType: 'CHILD_OF', traceID: '7669c3221ef02a', spanID: '8' },
  ],
  startTime: 1795226501052780,
  duration: 1500,
  tags: [
    { key: 'span.kind', type: 'string', value: 'server' },
    { key: 'http.status_code', type: 'int64', value: 503 },
    { key: 'error', type: 'bool', value: true },
  ],
  logs: [{ timestamp: 1795226501053000, fields: [{ key: 'event', type: 'string', value: 'retry' }] }],
  processID: 'p1',
};

function read(...spans: unknown[]) {
  const processes = {
    p1: { serviceName: 'reviews.bookinfo', tags: [{ key: 'ip', type: 'string', value: '10.0.0.1' }] },
  };
  return readOldSpans([oldTraceSchema.parse({ traceID: '7', spans, processes })]);
}

test("Jaeger's own tags become fields, the others stay tags as texts", () => {
  expect(read(whole)).toEqual({
    warnings: [],
    spans: [
      {
        traceId: '0000000000000000007669c3221ef02a',
        spanId: '0ad5c79ec74d0a3a',
        parentSpanId: '0000000000000008',
        service: 'reviews.bookinfo',
        operation: 'GET /',
        kind: 'server',
        startMs: 1795226501052.78,
        durationMs: 1.5,
        isError: true,
        attributes: { 'http.status_code': '503' },
        resource: { ip: '10.0.0.1' },
        events: [{ atMs: 1795226501053, name: 'retry', attributes: {} }],
      },
    ],
  });
});

describe('tolerates', () => {
  test.each([
    [
      'missing tags, logs and references',
      { tags: null, logs: null, references: null },
      { attributes: {}, events: [] },
    ],
    ['a process that is not there', { processID: 'p9' }, { service: 'unknown', resource: {} }],
    [
      'a status by its OpenTelemetry name',
      { tags: [{ key: 'otel.status_code', value: 'ERROR' }] },
      { isError: true },
    ],
    [
      'a parent in the old field',
      { references: [], parentSpanID: 'a' },
      { parentSpanId: '000000000000000a' },
    ],
    ['a negative duration', { duration: -5 }, { durationMs: 0 }],
  ])('%s', (_what, given, expected) => {
    expect(read({ ...whole, ...given }).spans[0]).toMatchObject(expected);
  });
});

test.each([
  ['without a start', { startTime: undefined }],
  ['with a duration that is no number', { duration: 'NaN' }],
  ['without an id', { spanID: undefined }],
])('a span %s is left out and counted', (_what, given) => {
  const { spans, warnings } = read(whole, { ...whole, ...given });
  expect(spans.length).toBe(1);
  expect(warnings).toEqual([expect.stringMatching(/^1 span was left out: \w+ is missing or no number\.$/)]);
});
