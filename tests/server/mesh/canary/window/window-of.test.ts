import { expect, test } from 'vitest';
import { type Looks, windowAfter } from '#tests/support/weight-looks.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

test.each<[string, Looks, number, string]>([
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
    'Since the route was written and 20 s for proxies to take it; what weights it had before is not known.',
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
])('begins %s', (_, given, fromSeconds, reason) => {
  const window = windowAfter(given);
  expect([window.fromSeconds, window.toSeconds, plain(window.reason)]).toEqual([fromSeconds, 10_000, reason]);
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
