import { expect, test } from 'vitest';
import { quantileText } from '#components/canaries/detail/versions/quantile-text.ts';

test.each([
  [{ fromMs: 25, toMs: 50 }, '25 – 50 ms'],
  [{ fromMs: 0.5, toMs: 1 }, '0.5 – 1.0 ms'],
  [{ fromMs: 500, toMs: 1000 }, '500 ms – 1.0 s'],
  [{ fromMs: 10_000 }, '> 10.0 s'],
])('%j reads %s', (interval, text) => {
  expect(quantileText(interval).replaceAll('\u00a0', ' ')).toBe(text);
});
