import { expect, test } from 'vitest';
import { windowAfter } from '#tests/support/weight-looks.ts';

const looks = [
  { at: 5000, weights: '1:1' },
  { at: 5500, weights: '1:1' },
  { at: 5510, weights: '3:1' },
  { at: 8000, weights: '3:1' },
  { at: 8010, weights: '9:1' },
];

test('is that of the memory as of then, with the weights of then', () => {
  const window = windowAfter({ looks, to: 6000 });
  expect(window).toEqual({
    fromSeconds: 5530,
    toSeconds: 6000,
    reason:
      'Since the weights changed (1:1 → 3:1) and 20 s for proxies to take them. The weights then were 3:1.',
    changes: [{ atMs: 5_510_000, text: '1:1 → 3:1' }],
    weightsThen: [
      { name: 'v1', weight: 3 },
      { name: 'v2', weight: 1 },
    ],
  });
});

test('before anything was seen has the oldest weights that are known', () => {
  const window = windowAfter({ looks, to: 4000 });
  expect(window.weightsThen?.map(({ weight }) => weight)).toEqual([1, 1]);
  expect(window.fromSeconds).toBe(3100);
});

test('says where the rule was not there, or was written afterwards', () => {
  const made = windowAfter({ looks: [{ at: 5000 }, { at: 5010, weights: '1:1' }], to: 4000 });
  expect(made.reason).toMatch(/The rule was not there yet\.$/);
  expect(made.weightsThen).toBeUndefined();
  const written = windowAfter({
    looks: [{ at: 9000, weights: '1:1' }],
    written: { seconds: 8000, isLast: true },
    to: 6000,
  });
  expect(written.reason).toBe(
    'The whole range: the route was written after it, and what weights it had in it is not known.',
  );
});
