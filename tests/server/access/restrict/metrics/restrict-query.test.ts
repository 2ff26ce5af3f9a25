import { expect, test } from 'vitest';
import { restrictQuery } from '#server/access/restrict/metrics/restrict-query.ts';

const selector = { metric: 'istio_request_duration_milliseconds', matchers: [] };
const visible = new Set(['shop']);

test.each(['buckets', 'bucketRates'] as const)('%s by a name keep the bounds of their buckets', (fn) => {
  const asked = { fn, selector, windowSeconds: 60, by: ['destination_workload'] };
  expect(restrictQuery(asked, visible).by).toEqual(['destination_workload', 'le']);
});

test('what has no bounds is given none', () => {
  const asked = { fn: 'rate' as const, selector, windowSeconds: 60, by: ['destination_workload'] };
  expect(restrictQuery(asked, visible).by).toEqual(['destination_workload']);
});
