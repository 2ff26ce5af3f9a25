import { expect, test } from 'vitest';
import { configuredBand } from '#components/canaries/detail/timeline/configured-band.ts';
import { makeVersion } from '#tests/support/make-canary.ts';
import { makeCanarySource } from '#tests/support/make-canary-source.ts';

const timeline = (changes: { atMs: number; text: string }[]) => ({
  atMs: [60_000, 90_000, 120_000],
  stepSeconds: 30,
  series: [],
  changes,
  decisionLog10: 2,
});
const split = { versions: [makeVersion('v1', 0.98), makeVersion('v2', 0.02)], sources: [makeCanarySource()] };

test('without a change the weights hold over the whole range, within what a share can be', () => {
  expect(configuredBand({ ...split, timeline: timeline([]) }, 1)).toEqual({
    share: 0.02,
    low: 0,
    high: 0.07,
    fromSeconds: 60,
    toSeconds: 120,
  });
});

test('they hold since the last change that is seen, not since one that is still to come', () => {
  const changes = [70_000, 95_000, 500_000].map((atMs) => ({ atMs, text: '' }));
  expect(configuredBand({ ...split, timeline: timeline(changes) }, 0)).toMatchObject({
    share: 0.98,
    high: 1,
    fromSeconds: 95,
  });
});

test('an empty range has no band', () => {
  expect(configuredBand({ ...split, timeline: { ...timeline([]), atMs: [] } }, 0)).toBeUndefined();
});
