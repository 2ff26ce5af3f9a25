import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchOneOf } from '#server/metrics/match-one-of.ts';
import { parseMatchers } from '#server/metrics/parse-matchers.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { Matcher, MetricQuery } from '#server/metrics/query.ts';

const reporter: Matcher = { label: 'reporter', is: '=', value: 'source' };
const requests = { metric: 'istio_requests_total', matchers: [reporter] };
const duration = { metric: 'istio_request_duration_milliseconds', matchers: [reporter] };

test.each<[string, MetricQuery]>([
  ['sum by (app) (istio_requests_total{reporter="source"})', { fn: 'sum', selector: requests, by: ['app'] }],
  ['sum by () (istio_build)', { fn: 'sum', selector: { metric: 'istio_build', matchers: [] }, by: [] }],
  [
    'sum by (app, code) (rate(istio_requests_total{reporter="source"}[10m]))',
    { fn: 'rate', selector: requests, windowSeconds: 600, by: ['app', 'code'] },
  ],
  [
    'sum by () (increase(istio_requests_total{reporter="source"}[1h30m]))',
    { fn: 'increase', selector: requests, windowSeconds: 5400, by: [] },
  ],
  [
    'sum by (app, le) (increase(istio_request_duration_milliseconds_bucket{reporter="source"}[1m])) > 0',
    { fn: 'buckets', selector: duration, windowSeconds: 60, by: ['app'] },
  ],
  [
    'histogram_quantile(0.95, sum by (app, le) (rate(istio_request_duration_milliseconds_bucket{reporter="source"}[1m])))',
    { fn: 'quantile', quantile: 0.95, selector: duration, windowSeconds: 60, by: ['app'] },
  ],
  [
    'sum by (app) (rate(istio_request_duration_milliseconds_sum{reporter="source"}[1m])) / ' +
      'sum by (app) (rate(istio_request_duration_milliseconds_count{reporter="source"}[1m]))',
    { fn: 'avg', selector: duration, windowSeconds: 60, by: ['app'] },
  ],
  [
    'sum by () (rate(istio_requests_total{reporter="source",a="1"}[1m]) or rate(istio_requests_total{reporter="source",b!="2"}[1m]))',
    {
      fn: 'rate',
      selector: {
        ...requests,
        anyOf: [[{ label: 'a', is: '=', value: '1' }], [{ label: 'b', is: '!=', value: '2' }]],
      },
      windowSeconds: 60,
      by: [],
    },
  ],
  [
    'sum by (app, le) (rate(istio_request_duration_milliseconds_bucket{reporter="source"}[1m]))',
    { fn: 'bucketRates', selector: duration, windowSeconds: 60, by: ['app'] },
  ],
  [
    'increase(istio_requests_total{reporter="source"}[10m])',
    { fn: 'each', selector: requests, windowSeconds: 600 },
  ],
  [
    'increase(istio_requests_total{reporter="source",a="1"}[1m]) or increase(istio_requests_total{reporter="source",b="2"}[1m])',
    {
      fn: 'each',
      selector: {
        ...requests,
        anyOf: [[{ label: 'a', is: '=', value: '1' }], [{ label: 'b', is: '=', value: '2' }]],
      },
      windowSeconds: 60,
    },
  ],
  [
    'sum by () (istio_requests_total{reporter="source",job="",job!=""})',
    { fn: 'sum', selector: { ...requests, anyOf: [] }, by: [] },
  ],
])('%s', (text, query) => {
  expect(toPromQL(query)).toBe(text);
});

test('extra matchers narrow every selector of a query', () => {
  const query: MetricQuery = { fn: 'avg', selector: duration, windowSeconds: 60, by: [] };
  const text = toPromQL(query, { extraMatchers: [{ label: 'cluster', is: '=~', value: 'east|west' }] });
  expect(text.match(/\{reporter="source",cluster=~"east\|west"\}/g)).toHaveLength(2);
});

describe('text from outside', () => {
  const labelValue = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\t', '{', '}', ',', '|', '.', '*', 'a', 'é', '🜚') }),
  );

  test('any label value is read back as it was', () => {
    fc.assert(
      fc.property(labelValue, fc.constantFrom('=', '!=', '=~', '!~'), (value, is) => {
        const matcher: Matcher = { label: 'host', is, value };
        const text = toPromQL({ fn: 'sum', selector: { metric: 'm', matchers: [matcher] }, by: [] });
        const inside = /^sum by \(\) \(m\{(.*)\}\)$/s.exec(text)?.[1] ?? '';
        expect(parseMatchers(inside)).toEqual([matcher]);
        expect(inside).not.toContain('\n');
      }),
    );
  });

  test('one of several values is each of them and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(labelValue, { minLength: 2, maxLength: 4 }), labelValue, (values, other) => {
        const matcher = matchOneOf('host', values);
        const expression = new RegExp(`^(?:${matcher.value})$`, 's');
        expect(matcher).toMatchObject({ label: 'host', is: '=~' });
        expect(values.every((value) => expression.test(value))).toBe(true);
        expect(expression.test(other)).toBe(values.includes(other));
      }),
    );
  });

  test('one of one value is equality, one of none matches nothing', () => {
    expect(matchOneOf('ns', ['shop', 'shop'])).toEqual({ label: 'ns', is: '=', value: 'shop' });
    const { value } = matchOneOf('ns', []);
    expect(['', 'a', '\n', 'shop'].filter((text) => new RegExp(`^(?:${value})$`, 's').test(text))).toEqual(
      [],
    );
  });
});
