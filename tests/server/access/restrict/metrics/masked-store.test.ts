import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restrictedName } from '#lib/restricted-name.ts';
import { maskLabels } from '#server/access/restrict/metrics/mask-labels.ts';
import { restrictMetrics } from '#server/access/restrict/metrics/restrict-metrics.ts';
import type { CounterSeries, CounterStore } from '#server/metrics/counter-store.ts';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import { matchOneOf } from '#server/metrics/match-one-of.ts';
import type { Matcher, MetricQuery, Sample } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

const { objects } = createRecording({});
const visible: ReadonlySet<string> = new Set(['shop', 'legacy']);
const metric = 'istio_requests_total';
const rights = { isVisible: (namespace: string) => visible.has(namespace), isHiddenHost: () => false };

function sourceOf(store: CounterStore): MetricSource {
  return {
    query: async (query, atSeconds) => ({ rows: evaluateInstant(query, atSeconds, store), warnings: [] }),
    queryRange: async (query, range) => ({ rows: evaluateRange(query, range, store), warnings: [] }),
    status: async () => ({ id: 'prometheus', state: 'ok' }),
  };
}

const namespaces = ['shop', 'legacy', 'bookinfo', 'external', 'unknown'];
const place = fc.record({ namespace: fc.constantFrom(...namespaces), name: fc.constantFrom('a', 'b') });
const named = ({ namespace, name }: { namespace: string; name: string }) =>
  namespace === 'unknown' ? 'unknown' : `${name}-${namespace}`;

const labelsOf = fc
  .record({
    source: place,
    destination: place,
    service: place,
    reporter: fc.constantFrom('source', 'destination'),
    code: fc.constantFrom('200', '503'),
    le: fc.constantFrom('5', '+Inf'),
    pod: fc.constantFrom('p1', 'p2'),
  })
  // Istio knows the service of whatever it knows the workload of.
  .filter(
    ({ destination, service }) => service.namespace !== 'unknown' || destination.namespace === 'unknown',
  )
  .map(({ source, destination, service, reporter, code, le, pod }) => ({
    reporter,
    le,
    response_code: code,
    pod,
    source_workload: named(source),
    source_workload_namespace: source.namespace,
    destination_workload: named(destination),
    destination_workload_namespace: destination.namespace,
    destination_service_name: named(service),
    destination_service_namespace: service.namespace,
  }));

const storeOf = fc
  .uniqueArray(labelsOf, { minLength: 1, maxLength: 25, selector: (labels) => JSON.stringify(labels) })
  .map((all) => all.map((labels, index): CounterSeries => ({ labels, valueAt: (at) => (index + 1) * at })));

const endLabels = [
  'source_workload',
  'source_workload_namespace',
  'destination_workload',
  'destination_workload_namespace',
  'destination_service_name',
  'destination_service_namespace',
];
const values = ['a-shop', 'b-legacy', 'a-bookinfo', 'shop', 'bookinfo', 'unknown', restrictedName];
const matcherOf: fc.Arbitrary<Matcher> = fc
  .oneof(
    fc.record({
      label: fc.constantFrom(...endLabels),
      values: fc.subarray(values, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ label: fc.constant('response_code'), values: fc.constant(['200']) }),
  )
  .map(({ label, values: some }) => matchOneOf(label, some));
const conjunction = fc.array(matcherOf, { maxLength: 2 });

const queryOf: fc.Arbitrary<MetricQuery> = fc
  .record({
    fn: fc.constantFrom('increase', 'rate', 'buckets', 'each'),
    by: fc.subarray(['reporter', 'response_code', 'pod', ...endLabels]),
    matchers: conjunction,
    anyOf: fc.option(fc.array(conjunction, { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ fn, by, matchers, anyOf }) => {
    const selector = { metric, matchers, ...(anyOf === undefined ? {} : { anyOf }) };
    return fn === 'each'
      ? { fn: 'each' as const, selector, windowSeconds: 60 }
      : { fn, selector, windowSeconds: 60, by };
  });

/** The store as it were if its names had been masked when they were written, without what is hidden altogether. */
function maskedStore(all: readonly CounterSeries[]): CounterStore {
  const seen = all.filter(({ labels }) =>
    ['source_workload_namespace', 'destination_workload_namespace', 'destination_service_namespace'].some(
      (label) => visible.has(labels[label] ?? ''),
    ),
  );
  return {
    series: () => seen.map((one) => ({ ...one, labels: maskLabels(one.labels, rights).labels })),
  };
}

function sorted(rows: readonly Sample[]): string[] {
  const merged = new Map<string, number>();
  for (const { labels, value } of rows) {
    const key = JSON.stringify(Object.entries(labels).sort());
    merged.set(key, (merged.get(key) ?? 0) + value);
  }
  return [...merged].map(([key, value]) => `${key} ${value.toFixed(6)}`).sort();
}

test('an answer is what a store would give that never had the hidden names', async () => {
  let rowCount = 0;
  let restrictedCount = 0;
  await fc.assert(
    fc.asyncProperty(storeOf, queryOf, async (all, query) => {
      const whole: CounterStore = { series: () => all };
      const restricted = restrictMetrics(sourceOf(whole), { objects, view: { namespaces: visible } });
      const { rows } = await restricted.query(query, 600);
      const expected = evaluateInstant(query, 600, maskedStore(all));
      expect(sorted(rows)).toEqual(sorted(expected));
      expect(JSON.stringify(rows)).not.toMatch(/bookinfo|external/);
      rowCount += rows.length;
      restrictedCount += rows.filter(({ labels }) => JSON.stringify(labels).includes(restrictedName)).length;
    }),
    { numRuns: 1500, seed: 7 },
  );
  console.log(`${rowCount} rows compared, ${restrictedCount} of them with a restricted end`);
  expect(restrictedCount).toBeGreaterThan(500);
});
