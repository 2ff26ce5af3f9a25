import { expect, test } from 'vitest';
import { evidenceText, powerOfTen } from '#components/canaries/detail/evidence-figure.ts';

test.each([
  [-1.7, '0.02 : 1'],
  [-9, '<0.01 : 1'],
  [0, '1.0 : 1'],
  [2, '100 : 1'],
  [3.4, '2,512 : 1'],
  [3.6, '10⁴ : 1'],
  [64.2, '10⁶⁴ : 1'],
  [305, '10³⁰⁵ : 1'],
])('a decimal logarithm of %d reads %s', (log10, text) => {
  expect(evidenceText(log10).replaceAll('\u00a0', ' ')).toBe(text);
});

test.each([
  [0, '1'],
  [8, '10⁸'],
  [12, '10¹²'],
  [-2, '10⁻²'],
])('ten to the power of %i is written %s', (exponent, text) => {
  expect(powerOfTen(exponent)).toBe(text);
});
