import { describe, expect, test } from 'vitest';
import { readOtlpSpans, resourceSpansSchema } from '#server/sources/tracing/otlp-spans.ts';

const whole = {
  traceId: '5a7b819ebce098ee07669c3221ef02a',
  spanId: '3ad5c79ec74d0a3a',
  parentSpanId: '0d5c79ec74d0a3a',
  name: 'reviews:9080/*',
  kind: 2,
  startTimeUnixNano: '1795226501052780123',
  endTimeUnixNano: '1795226501053780623',
  attributes: [{ key: 'http.status_code', value: { stringValue: '200' } }],
  events: [{ timeUnixNano: '1795226501053780000', name: 'ss' }],
  status: {},
};

function read(...spans: unknown[]) {
  const service = { key: 'service.name', value: { stringValue: 'reviews.bookinfo' } };
  return readOtlpSpans(
    resourceSpansSchema.parse([{ resource: { attributes: [service] }, scopeSpans: [{ scope: {}, spans }] }]),
  );
}

test('a span has ids with their leading zeros and times in milliseconds', () => {
  expect(read(whole)).toEqual({
    warnings: [],
    spans: [
      {
        traceId: '05a7b819ebce098ee07669c3221ef02a',
        spanId: '3ad5c79ec74d0a3a',
        parentSpanId: '00d5c79ec74d0a3a',
        service: 'reviews.bookinfo',
        operation: 'reviews:9080/*',
        kind: 'server',
        startMs: 1795226501052.78,
        durationMs: 1.0005,
        isError: false,
        attributes: { 'http.status_code': '200' },
        resource: {},
        events: [{ atMs: 1795226501053.78, name: 'ss', attributes: {} }],
      },
    ],
  });
});

describe('what stores write differently', () => {
  test.each([
    [
      'ids in base64',
      { traceId: 'BaeBnrzgmO4HZpwyIe8CoA==', spanId: 'OtXHnsdNCjo=' },
      { spanId: '3ad5c79ec74d0a3a' },
    ],
    ['big letters', { spanId: '3AD5C79EC74D0A3A' }, { spanId: '3ad5c79ec74d0a3a' }],
    ['kinds as words', { kind: 'SPAN_KIND_CLIENT' }, { kind: 'client' }],
    ['no kind', { kind: undefined }, { kind: 'unspecified' }],
    [
      'an error as a word',
      { status: { code: 'STATUS_CODE_ERROR', message: 'no' } },
      { isError: true, statusMessage: 'no' },
    ],
    ['an error as a number', { status: { code: 2 } }, { isError: true }],
    ['no status', { status: null }, { isError: false }],
    ['no attributes and events', { attributes: null, events: undefined }, { attributes: {}, events: [] }],
  ])('%s', (_what, given, expected) => {
    expect(read({ ...whole, ...given }).spans[0]).toMatchObject(expected);
  });

  test('a parent of zeros is none', () => {
    expect(read({ ...whole, parentSpanId: '0000000000000000' }).spans[0]).not.toHaveProperty('parentSpanId');
  });

  test('times may be numbers, as exact as numbers of that size are', () => {
    const times = { startTimeUnixNano: 1795226501052780000, endTimeUnixNano: 1795226501053780000 };
    expect(read({ ...whole, ...times }).spans[0]?.durationMs).toBeCloseTo(1, 3);
  });

  test('values of every type are texts', () => {
    const attributes = [
      { key: 'int', value: { intValue: '200' } },
      { key: 'bool', value: { boolValue: true } },
      { key: 'double', value: { doubleValue: 1.5 } },
      { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { intValue: 2 }] } } },
      { key: 'map', value: { kvlistValue: { values: [{ key: 'k', value: { stringValue: 'v' } }] } } },
      { key: 'none' },
      { key: '@jaeger@warnings', value: { stringValue: 'of the store itself' } },
      'no attribute at all',
    ];
    expect(read({ ...whole, attributes }).spans[0]?.attributes).toEqual({
      int: '200',
      bool: 'true',
      double: '1.5',
      list: '["a","2"]',
      map: '{"k":"v"}',
      none: '',
    });
  });
});

describe('a span that lacks what is needed is left out, counted, and the rest stays', () => {
  test.each([
    ['no trace id', { traceId: undefined }, 'traceId is missing'],
    ['an empty span id', { spanId: '' }, 'the span id is no id'],
    ['an id of other letters', { spanId: '!!' }, 'the span id is no id'],
    ['no start', { startTimeUnixNano: undefined }, 'the start is no time'],
    ['a start that is not a number', { startTimeUnixNano: 'NaN' }, 'the start is no time'],
    ['no end', { endTimeUnixNano: '0' }, 'the end is no time'],
  ])('%s', (_what, given, reason) => {
    expect(read(whole, { ...whole, ...given })).toMatchObject({
      spans: [{ spanId: whole.spanId }],
      warnings: [`1 span was left out: ${reason}.`],
    });
  });

  test('no object at all', () => {
    expect(read(null, 7, 'x', whole).warnings).toEqual([expect.stringMatching(/^3 spans were left out/)]);
  });
});

test("50,000 spans with Istio's tags are read with a few seconds of work", () => {
  const attributes = Array.from({ length: 20 }, (_, index) => ({
    key: `istio.tag_${index}`,
    value: { stringValue: `value ${index}` },
  }));
  const spans = Array.from({ length: 50_000 }, (_, index) => ({
    ...whole,
    spanId: (index + 1).toString(16).padStart(16, '0'),
    attributes,
  }));
  const before = process.cpuUsage();
  expect(read(...spans).spans.length).toBe(50_000);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});

test('a span that ends before it begins is kept without a length, and that is said', () => {
  const { spans, warnings } = read({ ...whole, endTimeUnixNano: '1795226501050000000' });
  expect(spans[0]?.durationMs).toBe(0);
  expect(warnings).toEqual([
    '1 span was shown without a length, because the store says that the end lies before the beginning.',
  ]);
});
