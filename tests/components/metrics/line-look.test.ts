import { describe, expect, test } from 'vitest';
import { peakWithDots } from '#components/metrics/dots.ts';
import { drawnLines } from '#components/metrics/drawn-lines.ts';
import { lineLook } from '#components/metrics/line-look.ts';
import type { ChartData, ChartGroup, ChartLine, Charts } from '#lib/contract/charts.ts';

const groups: ChartGroup[] = [
  ...Array.from({ length: 10 }, (_, index) => ({ id: `g${index}`, values: [`g${index}`], isRest: false })),
  { id: 'rest', values: [], isRest: true },
];
const looks = (statistics: number) =>
  groups.map(({ id }) => {
    const { color, dash } = lineLook(
      { group: id, statistic: 'p95' },
      { groups, isGrouped: true, statistics },
    );
    return `${color} ${dash}`;
  });

describe('looks of lines', () => {
  test('ten groups and the rest never look alike', () => {
    expect(new Set(looks(1)).size).toBe(11);
  });

  test('statistics of one group share its colour and differ in their dashes', () => {
    const context = { groups, isGrouped: true, statistics: 2 };
    const [p50, p95] = (['p50', 'p95'] as const).map((statistic) =>
      lineLook({ group: 'g1', statistic }, context),
    );
    expect(p50?.color).toBe(p95?.color);
    expect(p50?.dash).not.toBe(p95?.dash);
  });

  test('ungrouped statistics differ in colour and dash', () => {
    const shown = (['mean', 'p50', 'p95', 'p99', 'p999'] as const).map((statistic) =>
      lineLook({ group: '', statistic }, { groups: [], isGrouped: false, statistics: 5 }),
    );
    expect(new Set(shown.map(({ color }) => color)).size).toBe(5);
    expect(new Set(shown.map(({ dash }) => dash)).size).toBe(5);
  });
});

describe('lines that are drawn', () => {
  const line = (group: string, statistic?: ChartLine['statistic']): ChartLine => ({
    group,
    reporter: 'destination',
    ...(statistic === undefined ? {} : { statistic }),
    points: [1],
  });
  const chart: ChartData = {
    id: 'duration',
    protocol: 'http',
    lines: [
      line('a', 'p50'),
      line('a', 'p95'),
      { ...line('a', 'p50'), reporter: 'source' },
      line('rest', 'p50'),
    ],
    exemplars: [],
    notes: [],
    queries: [],
  };
  const charts: Charts = {
    window: { from: '2026-11-21T12:00:00Z', to: '2026-11-21T12:10:00Z' },
    grid: { startSeconds: 0, stepSeconds: 15, windowSeconds: 60, count: 1 },
    reporters: ['destination', 'source'],
    knownReporters: ['destination', 'source'],
    labels: [],
    groupBy: ['app', 'code'],
    groups: [
      { id: 'a', values: ['cart', ''], isRest: false },
      { id: 'rest', values: [], isRest: true },
    ],
    charts: [chart],
  };
  const titles = (hidden: string) =>
    drawnLines(chart, charts, { reporter: 'destination', isHidden: (toggle) => toggle === hidden }).map(
      ({ title }) => title,
    );

  test('are those of one reporter, named by their group, a label that is not set said as such', () => {
    expect(titles('')).toEqual(['cart · not set p50', 'cart · not set p95', 'others p50']);
  });

  test('leave out a group or a statistic that is switched off', () => {
    expect(titles('a')).toEqual(['others p50']);
    expect(titles('p50')).toEqual(['cart · not set p95']);
  });
});

test.each([
  [100, [120], 120],
  [100, [90], 100],
  [100, [9000], 150],
  [0, [40], 40],
  [0, [], 0],
])('lines up to %i with dots at %j need a chart up to %i', (highest, values, expected) => {
  const dots = values.map((value) => ({
    key: String(value),
    kind: 'trace' as const,
    at: 0,
    value,
    isError: false,
    traceId: undefined,
    title: '',
  }));
  expect(peakWithDots(highest, dots)).toBe(expected);
});
