import { describe, expect, test } from 'vitest';
import { pinnedInexactness } from '#server/mesh/canary/pins/pinned-inexactness.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';

const measured = (pinnedShares: readonly number[], linesByVersion: readonly number[]) => ({
  isMeasured: true,
  lines: linesByVersion.reduce((sum, count) => sum + count, 0),
  pinnedShares,
  linesByVersion,
  why: '',
});

test.each<[string, number[], number[], number[], number]>([
  // n²·q(1−q)·(1−m/n)/m over N·p(1−p): 1000²·0.25·0.9/100 over 1000·0.25, q a little off 0.5 by half a line.
  ['half of one version, out of a tenth of its requests', [500, 1000], [0, 0.5], [50, 100], 10],
  ['every request has its line', [500, 1000], [0, 0.5], [500, 1000], 1],
  ['more lines than requests, at the ends of a window', [500, 1000], [0, 0.5], [505, 1010], 1],
  ['no requests', [0, 0], [0, 0.5], [20, 20], 1],
  ['everything is pinned', [100, 100], [1, 1], [50, 50], 1],
])('%s', (_, counts, pinnedShares, linesByVersion, expected) => {
  expect(pinnedInexactness(counts, measured(pinnedShares, linesByVersion))).toBeCloseTo(expected, 1);
});

test('few lines without any pinned request leave some doubt, many leave little', () => {
  const [few, many] = [40, 2000].map((lines) =>
    pinnedInexactness([30_000, 10_000], measured([0, 0], [3 * lines, lines])),
  );
  expect(few).toBeGreaterThan(2);
  expect(many).toBeLessThan(1.01);
});

test('without numbers of lines nothing is known of it', () => {
  expect(pinnedInexactness([10, 10], { isMeasured: true, lines: 20, pinnedShares: [0, 0.5], why: '' })).toBe(
    1,
  );
});

describe('a split that is right strays no further than it should once it is scaled', () => {
  const runs = 1000;
  const random = createRandom(20_261_121);
  const binomial = (count: number, share: number) => {
    let hits = 0;
    for (let trial = 0; trial < count; trial++) if (random() < share) hits += 1;
    return hits;
  };

  test.each([
    { requests: 4000, share: 0.25, pinnedRate: 0.1, lines: 150 },
    { requests: 10_000, share: 0.1, pinnedRate: 0.25, lines: 200 },
    { requests: 40_000, share: 0.25, pinnedRate: 0.1, lines: 150 },
  ])('$requests requests, $lines lines', ({ requests, share, pinnedRate, lines }) => {
    let strayed = 0;
    let strayedUnscaled = 0;
    for (let run = 0; run < runs; run++) {
      const own = binomial(requests, share);
      const pinned = Math.round((own * pinnedRate) / (1 - pinnedRate));
      const count = own + pinned;
      const pinnedLines = binomial(lines, pinned / count);
      const source = measured([0, pinnedLines / lines], [lines * 3, lines]);
      const left = count * (1 - pinnedLines / lines);
      const total = requests - own + left;
      const deviation = (left / total - share) / Math.sqrt((share * (1 - share)) / total);
      if (Math.abs(deviation) > 1.96) strayedUnscaled += 1;
      const factor = pinnedInexactness([requests - own, count], source);
      if (Math.abs(deviation) / Math.sqrt(factor) > 1.96) strayed += 1;
    }
    console.info(
      `${requests} requests, ${lines} lines: outside 95 % in ${(100 * strayed) / runs} % of runs, unscaled in ${(100 * strayedUnscaled) / runs} %`,
    );
    expect(strayed / runs).toBeLessThan(0.065);
    expect(strayedUnscaled / runs).toBeGreaterThan(0.1);
  });
});
