import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figureKinds } from '#server/mesh/control-plane/metrics/figure-kinds.ts';
import { metricFigures } from '#server/mesh/control-plane/metrics/metric-figures.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const buckets = (counts: [le: string, count: number][]) =>
  counts.map(([le, count]) => `pilot_proxy_convergence_time_bucket{le="${le}"} ${count}`).join('\n');
const figure = (id: string, ...texts: string[]) =>
  metricFigures(texts.map((value, index) => ({ replica: `istiod-${index + 1}`, value }))).find(
    (each) => each.id === id,
  );

test('sums and largest values are those of all replicas', () => {
  const texts = [
    'pilot_xds{version="1.30"} 2\npilot_xds{version="1.31"} 3\npilot_services 38',
    'pilot_xds{version="1.31"} 4\npilot_services 38',
  ];
  expect(figure('proxies', ...texts)).toMatchObject({
    value: 9,
    replicas: [
      { replica: 'istiod-1', value: 5 },
      { replica: 'istiod-2', value: 4 },
    ],
  });
  expect(figure('services', ...texts)?.value).toBe(38);
});

test('a quantile of all replicas is one of their summed buckets, not a mean of quantiles', () => {
  const fast = buckets([
    ['0.1', 100],
    ['1', 100],
    ['+Inf', 100],
  ]);
  const slow = buckets([
    ['0.1', 0],
    ['1', 100],
    ['+Inf', 100],
  ]);
  expect(figure('convergence', fast)?.value).toBeCloseTo(0.099);
  expect(figure('convergence', slow)?.value).toBeCloseTo(0.991);
  expect(figure('convergence', fast, slow)?.value).toBeCloseTo(0.982);
});

test.each(['', 'nonsense {', 'pilot_proxy_convergence_time_bucket{le="+Inf"} 0'])(
  'a scrape of %j has no figure',
  (text) => {
    for (const { value, replicas } of metricFigures([{ replica: 'a', value: text }])) {
      expect(value).toBeUndefined();
      expect(replicas).toEqual([]);
    }
  },
);

test('each figure is explained', () => {
  expect(figureKinds.length).toBeGreaterThan(10);
  for (const { explanation } of figureKinds) expect(explanation).toMatch(/\.$/);
});

describe.skipIf(whyNoSharedFolder !== undefined)(`the recorded mesh ${whyNoSharedFolder ?? ''}`, () => {
  test('has a value for every figure', () => {
    const text = readFileSync(join(sharedFolder, 'recordings', 'bookinfo', 'istiod', 'metrics.txt'), 'utf8');
    const figures = metricFigures([{ replica: 'istiod', value: text }]);
    const missing = figures.filter(({ value }) => value === undefined);
    console.log(`metrics.txt: ${figures.length} figures, ${missing.length} missing`);
    expect(missing).toEqual([]);
    expect(figures.find(({ id }) => id === 'proxies')?.value).toBe(26);
    expect(figures.find(({ id }) => id === 'pushes')?.value).toBe(172);
  });
});
