import { expect, test } from 'vitest';
import { metricFormats } from '#components/mesh/metrics/metric-formats.ts';
import type { MetricUnit } from '#lib/contract/mesh-metrics.ts';

test.each<[unit: MetricUnit, value: number, text: string]>([
  ['count', 1418, '1,418'],
  ['count', 2.5, '2.5'],
  ['perSecond', 12.34, '12.3 /s'],
  ['seconds', 0.451, '451 ms'],
  ['seconds', 90, '1 min 30 s'],
  ['seconds', 143, '2 min'],
  ['seconds', 3 * 3600 + 120, '3 h 2 min'],
  ['seconds', 50 * 3600, '2 d 2 h'],
  ['bytes', 178_171_904, '178 MB'],
  ['cores', 0.5, '0.50 cores'],
])('%s %d is written %s', (unit, value, text) => {
  expect(metricFormats[unit](value).replace(/\s/g, ' ')).toBe(text);
});
