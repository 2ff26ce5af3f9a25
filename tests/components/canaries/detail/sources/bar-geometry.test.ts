import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barGeometry } from '#components/canaries/detail/sources/bar-geometry.ts';

test('the chosen version begins at the left, and the rest follows as written', () => {
  expect(barGeometry({ shares: [0.25, 0.25, 0.5], chosen: 1, configured: 0.25 })).toEqual({
    segments: [
      { version: 1, from: 0, to: 0.25 },
      { version: 0, from: 0.25, to: 0.5 },
      { version: 2, from: 0.5, to: 1 },
    ],
  });
});

test.each([
  { share: 0.5, configured: 0.25, difference: { from: 0.25, to: 0.5 } },
  { share: 0.1, configured: 0.25, difference: { from: 0.1, to: 0.25 } },
])(
  'a share of $share where $configured is configured differs between them',
  ({ share, configured, difference }) => {
    expect(barGeometry({ shares: [1 - share, share], chosen: 1, configured }).difference).toEqual(difference);
  },
);

test('a version without a share has no part', () => {
  expect(barGeometry({ shares: [1, 0], chosen: 1, configured: 0.1 }).segments).toEqual([
    { version: 0, from: 0, to: 1 },
  ]);
});

test('parts adjoin, lie within the bar, and are as long as their shares, whatever these are', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(shares, fc.nat(), (all, pick) => {
      const chosen = pick % all.length;
      const { segments } = barGeometry({ shares: all, chosen, configured: 0.5 });
      let end = 0;
      for (const { version, from, to } of segments) {
        expect(from).toBe(end);
        expect(to).toBeLessThanOrEqual(1);
        if (to < 1) expect(to - from).toBeCloseTo(all[version] ?? Number.NaN, 12);
        end = to;
      }
    }),
  );
});
