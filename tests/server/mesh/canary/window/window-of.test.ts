import { describe, expect, test } from 'vitest';
import { newWeightMemory, type WeightLook } from '#server/mesh/canary/window/weight-memory.ts';
import { windowOf } from '#server/mesh/canary/window/window-of.ts';
import type { Written } from '#server/mesh/canary/window/written-at.ts';

type Look = { at: number; weights?: string; written?: number; isWhole?: boolean };
type Given = { looks?: readonly Look[]; written?: Written; to?: number; isRecorded?: boolean };

/** The window of a range of 900 s that ends at `to`, after some looks at weights like `1:3`; none: no such rule. */
function windowAfter({ looks = [], written, to = 10_000, isRecorded = false }: Given) {
  const memory = newWeightMemory();
  for (const { at, weights, written: writtenSeconds, isWhole = true } of looks)
    memory.remember(weights === undefined ? [] : [look(weights, writtenSeconds)], { seconds: at, isWhole });
  const range = { fromSeconds: to - 900, toSeconds: to };
  return windowOf({ remembered: memory.of('split'), range, isRecorded, ...(written && { written }) });
}

function look(weights: string, writtenSeconds?: number): WeightLook {
  const named = weights
    .split(':')
    .map((weight, index) => ({ name: `v${index + 1}`, weight: Number(weight) }));
  return { key: 'split', weights: named, ...(writtenSeconds === undefined ? {} : { writtenSeconds }) };
}

const plain = (text: string) => text.replace(/\s/g, ' ');

describe('begins', () => {
  test.each<[string, Given, number, string]>([
    [
      'with the range where the weights did not change',
      {
        looks: [
          { at: 5000, weights: '1:1' },
          { at: 10_000, weights: '1:1' },
        ],
      },
      9100,
      'The whole range: the weights did not change in it.',
    ],
    [
      'with the range where they changed before it',
      {
        looks: [
          { at: 5000, weights: '1:1' },
          { at: 9000, weights: '3:1' },
          { at: 10_000, weights: '3:1' },
        ],
      },
      9100,
      'The whole range: the weights did not change in it.',
    ],
    [
      'at the look that found others, and the time to converge',
      {
        looks: [
          { at: 9480, weights: '1:1' },
          { at: 9500, weights: '3:1' },
          { at: 10_000, weights: '3:1' },
        ],
      },
      9520,
      'Since the weights changed (1:1 → 3:1) and 20 s for proxies to take them.',
    ],
    [
      'at the later of two looks that lie far apart',
      {
        looks: [
          { at: 9000, weights: '1:1' },
          { at: 9600, weights: '3:1' },
        ],
      },
      9620,
      'Since Vigla found the weights changed (1:1 → 3:1), some time in the 10 min before, and 20 s for proxies to take them.',
    ],
    [
      'where the object was written between two looks',
      {
        looks: [
          { at: 9000, weights: '1:1' },
          { at: 9600, weights: '3:1', written: 9200 },
        ],
      },
      9220,
      'Since the weights changed (1:1 → 3:1) and 20 s for proxies to take them.',
    ],
    [
      'at the later look where the object was written before both',
      {
        looks: [
          { at: 9590, weights: '1:1' },
          { at: 9600, weights: '3:1', written: 9100 },
        ],
      },
      9620,
      'Since the weights changed (1:1 → 3:1) and 20 s for proxies to take them.',
    ],
    [
      'with the last of several changes',
      {
        looks: [
          { at: 9300, weights: '1:1' },
          { at: 9310, weights: '3:1' },
          { at: 9400, weights: '9:1' },
          { at: 9410, weights: '1:1' },
        ],
      },
      9430,
      'Since the weights changed (9:1 → 1:1) and 20 s for proxies to take them.',
    ],
    [
      'at its end where they changed just now',
      {
        looks: [
          { at: 9980, weights: '1:1' },
          { at: 9990, weights: '3:1' },
        ],
      },
      10_000,
      'The weights changed just now (1:1 → 3:1): proxies are taking them.',
    ],
    [
      'with the rule itself, where it was not there at the look before',
      { looks: [{ at: 9500 }, { at: 9510, weights: '3:1' }] },
      9530,
      'Since the weights changed (new, 3:1) and 20 s for proxies to take them.',
    ],
    [
      'with the range where the look before could not read all routes',
      {
        looks: [
          { at: 9500, isWhole: false },
          { at: 9510, weights: '3:1' },
        ],
      },
      9100,
      'The whole range: Vigla has not watched these weights for as long, and nothing says when they last changed.',
    ],
    [
      'with the range after a restart',
      { looks: [{ at: 9990, weights: '3:1' }] },
      9100,
      'The whole range: Vigla has not watched these weights for as long, and nothing says when they last changed.',
    ],
    [
      'where the object was written, after a restart',
      { looks: [{ at: 9990, weights: '3:1' }], written: { seconds: 9500, isLast: true } },
      9520,
      'Since the route was written, and 20 s for proxies to take them. What weights it had before is not known.',
    ],
    [
      'with the range where it was written before that, after a restart',
      { looks: [{ at: 9990, weights: '3:1' }], written: { seconds: 4000, isLast: true } },
      9100,
      'The whole range: the route was last written before it.',
    ],
    [
      'with the range where only the object’s making is known to lie before it',
      { looks: [{ at: 9990, weights: '3:1' }], written: { seconds: 4000, isLast: false } },
      9100,
      'The whole range: Vigla has not watched these weights for as long, and nothing says when they last changed.',
    ],
    [
      'with the range where what was written while Vigla watched did not change the weights',
      {
        looks: [
          { at: 9000, weights: '3:1' },
          { at: 9990, weights: '3:1', written: 9500 },
        ],
        written: { seconds: 9500, isLast: true },
      },
      9100,
      'The whole range: the weights did not change in it.',
    ],
    [
      'with the range of a recorded mesh, whose objects are younger than its traffic',
      { looks: [{ at: 9990, weights: '3:1' }], written: { seconds: 9500, isLast: false }, isRecorded: true },
      9100,
      'The whole range: the weights of a recorded mesh do not change.',
    ],
    [
      'with the range where nothing was ever seen',
      {},
      9100,
      'The whole range: Vigla has not watched these weights for as long, and nothing says when they last changed.',
    ],
  ])('%s', (_, given, fromSeconds, reason) => {
    const window = windowAfter(given);
    expect([window.fromSeconds, window.toSeconds, plain(window.reason)]).toEqual([
      fromSeconds,
      10_000,
      reason,
    ]);
  });
});

describe('a window in the past', () => {
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
});

test('changes of the range are told, oldest first', () => {
  const looks = ['1:1', '9:1', '9:1', '18:2', '0:100', '2:1:1'].map((weights, index) => ({
    at: 9000 + index * 120,
    weights,
  }));
  expect(windowAfter({ looks }).changes).toEqual([
    { atMs: 9_120_000, text: '1:1 → 9:1' },
    { atMs: 9_480_000, text: '9:1 → 0:100' },
    { atMs: 9_600_000, text: 'v1 0, v2 100 → v1 2, v2 1, v3 1' },
  ]);
});
