import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deal, pick } from '#server/sources/recording/model/compiled-model.ts';
import { splitter } from '#server/sources/recording/model/splitter.ts';

const seed = fc.integer();
const probability = fc.double({ min: 0.0005, max: 0.9995, noNaN: true });

describe('marking members of a stream', () => {
  test('the count among the first n is the number of single members that are marked', () => {
    fc.assert(
      fc.property(seed, probability, fc.integer({ min: 0, max: 2_000_000_000 }), (ownSeed, share, start) => {
        const { markedAmong } = splitter(ownSeed, share);
        let marked = markedAmong(start);
        for (let number = start; number < start + 200; number++) {
          const step = markedAmong(number + 1) - markedAmong(number);
          expect([0, 1]).toContain(step);
          marked += step;
        }
        expect(markedAmong(start + 200)).toBe(marked);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of asking changes nothing', () => {
    fc.assert(
      fc.property(
        seed,
        probability,
        fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 2 }),
        (ownSeed, share, counts) => {
          const forth = splitter(ownSeed, share);
          const back = splitter(ownSeed, share);
          const asked = counts.map((count) => forth.markedAmong(count));
          const reversed = [...counts].reverse().map((count) => back.markedAmong(count));
          expect(reversed.reverse()).toEqual(asked);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('single members are marked as often as the probability says', () => {
    const { markedAmong } = splitter(7, 0.25);
    // Standard deviation: sqrt(100,000 * 0.25 * 0.75) = 137.
    expect(Math.abs(markedAmong(100_000) - 25_000)).toBeLessThan(4 * 137);
  });

  test('counts scatter as independent draws do: the variance over windows is binomial', () => {
    const share = 0.1;
    const window = 400;
    const windows = 2000;
    const { markedAmong } = splitter(11, share);
    let squares = 0;
    for (let index = 0; index < windows; index++) {
      const start = 30_000_000 + index * window;
      const marked = markedAmong(start + window) - markedAmong(start);
      squares += (marked - window * share) ** 2;
    }
    const ratio = squares / windows / (window * share * (1 - share));
    // The standard error of a variance over 2,000 windows is sqrt(2 / 2000) = 3 %.
    expect(ratio).toBeGreaterThan(0.88);
    expect(ratio).toBeLessThan(1.12);
  });

  test('different seeds mark different members', () => {
    const one = splitter(1, 0.5);
    const other = splitter(2, 0.5);
    const marks = (which: typeof one) =>
      Array.from({ length: 64 }, (_, number) => which.markedAmong(number + 1) - which.markedAmong(number));
    expect(marks(one)).not.toEqual(marks(other));
  });

  test('never and always are exact', () => {
    expect(splitter(3, 0).markedAmong(1000)).toBe(0);
    expect(splitter(3, 1).markedAmong(1000)).toBe(1000);
  });
});

describe('sorting members into classes', () => {
  const chain = [splitter(1, 0.25), splitter(2, 1 / 3), splitter(3, 1)];

  test('every member falls into one class, and the classes count what their members are', () => {
    const counted = [0, 0, 0];
    deal(chain, 3000, (index, count) => {
      counted[index] = count;
    });
    const single = [0, 0, 0];
    for (let number = 0; number < 3000; number++) {
      const index = pick(chain, number)?.index ?? -1;
      single[index] = (single[index] ?? 0) + 1;
    }
    expect(single).toEqual(counted);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(3000);
  });

  test('a member has the number of those before it in its class', () => {
    const seen = [0, 0, 0];
    for (let number = 0; number < 500; number++) {
      const chosen = pick(chain, number);
      expect(chosen?.number).toBe(seen[chosen?.index ?? -1]);
      seen[chosen?.index ?? -1] = (chosen?.number ?? 0) + 1;
    }
  });
});
