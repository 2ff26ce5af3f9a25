import { expect, test } from 'vitest';
import { timelineLines } from '#components/canaries/detail/timeline/timeline-lines.ts';
import type { CanaryStatus } from '#lib/contract/canaries.ts';
import type { CanaryTimeline } from '#lib/contract/canary-timeline.ts';

const seriesOf = (source: string): CanaryTimeline['series'][number] => ({
  source,
  counts: [4, 0],
  shares: [
    [0.75, null],
    [0.25, null],
  ],
  evidenceLog10: [null, 0.1],
});
const sourceOf = (workload: string, status: CanaryStatus = 'consistent') => ({
  namespace: 'shop',
  workload,
  verdict: { status, text: '' },
});
const named = (workloads: readonly string[]) => ({
  sources: workloads.map((workload) => sourceOf(workload)),
  series: [...workloads.map((workload) => seriesOf(`shop/${workload}`)), seriesOf('all')],
});

test('each caller has a line of the chosen version, and a gap stays a gap', () => {
  const { sources, series } = named(['cart', 'web']);
  const { lines, leftOut } = timelineLines({ series }, { sources, chosen: 1, selected: '' });
  expect(lines.map(({ id, title }) => [id, title])).toEqual([
    ['shop/cart', 'cart'],
    ['shop/web', 'web'],
    ['all', 'all'],
  ]);
  expect(lines[0]).toMatchObject({ shares: [0.25, null], evidenceLog10: [null, 0.1] });
  expect(leftOut).toBe(0);
});

test('of one caller, all together would be the same line', () => {
  const { sources, series } = named(['cart']);
  const { lines } = timelineLines({ series }, { sources, chosen: 0, selected: '' });
  expect(lines.map(({ id }) => id)).toEqual(['shop/cart']);
});

test('the mismatch has a look of its own, and no two lines look alike', () => {
  const sources = [sourceOf('bad', 'mismatch'), sourceOf('cart'), sourceOf('web')];
  const series = [...sources.map(({ workload }) => seriesOf(`shop/${workload}`)), seriesOf('all')];
  const { lines } = timelineLines({ series }, { sources, chosen: 0, selected: '' });
  expect(lines[0]?.look.color).toBe('var(--mark-fail)');
  expect(new Set(lines.map(({ look }) => `${look.color} ${look.dash}`)).size).toBe(4);
});

test('of many callers the first few are drawn, and the one that is open', () => {
  const { sources, series } = named(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  const { lines, leftOut } = timelineLines({ series }, { sources, chosen: 0, selected: 'shop/h' });
  expect(lines.map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'e', 'h', 'all']);
  expect(leftOut).toBe(2);
  expect(new Set(lines.map(({ look }) => `${look.color} ${look.dash}`)).size).toBe(7);
});

test('a caller without a line in the timeline is left out, not drawn empty', () => {
  const { series } = named(['cart']);
  const sources = [sourceOf('cart'), sourceOf('silent')];
  expect(timelineLines({ series }, { sources, chosen: 0, selected: '' }).lines).toHaveLength(1);
});
