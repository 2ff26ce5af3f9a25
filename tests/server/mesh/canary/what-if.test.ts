import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whatIfQuery, whatIfSchema } from '#lib/contract/canary-what-if.ts';
import { loadWhatIf } from '#server/mesh/canary/load-what-if.ts';
import { whatIf } from '#server/mesh/canary/what-if.ts';

const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

test('10 % configured, 20 % true, two requests a second', () => {
  const { text, ...figures } = whatIf({ configured: 10, actual: 20, requestsPerSecond: 2 });
  expect(figures).toEqual({
    mismatch: { half: 170, most: 327 },
    confirmation: 2362,
    delta: expect.closeTo(0.02, 12),
    seconds: { mismatchHalf: 85, mismatchMost: 163.5, confirmation: 1181 },
  });
  expect(spaces(text)).toBe(
    '20 % instead of 10 % is found within about 170 requests (1 min) in half of all cases, within 330 requests (2 min) ' +
      'in nine of ten; a right 10 % is sure to ± 2 points after about 2,400 requests (19 min).',
  );
});

/** Half and most of the mismatch, requests to confirm, delta. */
const figures: [
  configured: number,
  actual: number,
  mismatch: [half: number, most: number] | undefined,
  confirmation: number,
  delta: number,
][] = [
  [10, 15, [597, 1162], 2362, 0.02],
  [10, 12, [3762, 7082], 2362, 0.02],
  [90, 80, [170, 327], 2362, 0.02],
  [50, 60, [345, 655], 263, 0.1],
  [1, 2, [2195, 4208], 4158, 0.005],
  [10, 0, [76, 76], 2362, 0.02],
  [10, 10, undefined, 2362, 0.02],
  [0, 5, [94, 158], 3838, 0.001],
  [100, 95, [94, 158], 3838, 0.001],
  [0, 0.1, undefined, 3838, 0.001],
  [0, 0, undefined, 3838, 0.001],
  [100, 100, undefined, 3838, 0.001],
];
test.each(figures)(
  '%d %% configured, %d %% true: %j, sure after %i',
  (configured, actual, mismatch, confirmation, delta) => {
    const answer = whatIf({ configured, actual });
    expect(answer.mismatch).toEqual(
      mismatch === undefined ? undefined : { half: mismatch[0], most: mismatch[1] },
    );
    expect(answer.confirmation).toBe(confirmation);
    expect(answer.delta).toBeCloseTo(delta, 12);
    expect(answer).not.toHaveProperty('seconds');
  },
);

test.each([
  [
    { configured: 10, actual: 12 },
    '12 % instead of 10 % is found within about 3,800 requests in half of all cases, within 7,100 requests in nine of ' +
      'ten, as minor, since it is within ± 2 points; a right 10 % is sure to ± 2 points after about 2,400 requests.',
  ],
  [
    { configured: 10, actual: 10, requestsPerSecond: 1 },
    'Nothing differs from what is configured: a right 10 % is sure to ± 2 points after about 2,400 requests (39 min).',
  ],
  [
    { configured: 10, actual: 10.0000001 },
    '10.0000001 % instead of 10 % cannot be told from chance with 1,000,000,000,000 requests; a right 10 % is sure to ' +
      '± 2 points after about 2,400 requests.',
  ],
  [
    { configured: 0, actual: 5 },
    '5 % for a version of weight 0 is found within about 94 requests in half of all cases, within 160 requests in nine ' +
      'of ten; without one astray, 3,800 requests show that fewer than 0.1 % are.',
  ],
  [
    { configured: 0, actual: 0 },
    'A version of weight 0 should get no request and gets none: without one astray, 3,800 requests show that fewer than ' +
      '0.1 % are.',
  ],
  [
    { configured: 100, actual: 99, requestsPerSecond: 10 },
    '1 % for versions beside one of 100 % is found within about 470 requests (46 s) in half of all cases, within 800 ' +
      'requests (1 min) in nine of ten; without one astray, 3,800 requests (6 min) show that fewer than 0.1 % are.',
  ],
  [
    { configured: 100, actual: 100 },
    'Versions beside one of 100 % should get no request and get none: without one astray, 3,800 requests show that ' +
      'fewer than 0.1 % are.',
  ],
  [
    { configured: 50, actual: 50, requestsPerSecond: 1e-300 },
    'Nothing differs from what is configured: a right 50 % is sure to ± 10 points after about 260 requests (1000 years ' +
      'or more).',
  ],
])('%j in a sentence', (query, text) => {
  expect(spaces(whatIf(query).text)).toBe(text);
});

test('whatever the query allows is answered as the contract says', async () => {
  const percent = fc.double({ min: 0, max: 100, noNaN: true });
  const rate = fc.option(fc.double({ min: Number.MIN_VALUE, max: 1e9, noNaN: true }), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(percent, percent, rate, async (configured, actual, requestsPerSecond) => {
      const query = whatIfQuery.parse({
        configured,
        actual,
        ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
      });
      const { data, warnings } = await loadWhatIf(query);
      expect(whatIfSchema.parse(data)).toEqual(data);
      expect(warnings).toEqual([]);
      if (data.mismatch !== undefined) expect(data.mismatch.most).toBeGreaterThanOrEqual(data.mismatch.half);
    }),
  );
});

test('configured and true shares of the other version say the same', () => {
  const share = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(share, share, (configured, actual) => {
      const { text: _, ...one } = whatIf({ configured, actual });
      const { text: __, ...other } = whatIf({ configured: 100 - configured, actual: 100 - actual });
      expect(one.confirmation).toBe(other.confirmation);
      // Floating point moves a boundary by one request.
      expect(Math.abs((one.mismatch?.half ?? 0) - (other.mismatch?.half ?? 0))).toBeLessThanOrEqual(1);
      expect(Math.abs((one.mismatch?.most ?? 0) - (other.mismatch?.most ?? 0))).toBeLessThanOrEqual(1);
    }),
  );
});
