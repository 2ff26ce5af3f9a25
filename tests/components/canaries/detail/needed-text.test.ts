import { expect, test } from 'vitest';
import { neededText } from '#components/canaries/detail/needed-text.ts';

test.each([
  [{ requestCount: 380, seconds: 14_400 }, '380 more requests, about 4 h'],
  [{ requestCount: 1 }, '1 more request'],
  [{ requestCount: 12_400, seconds: 45 }, '12,400 more requests, about 45 s'],
])('%j reads %s', (needed, text) => {
  expect(neededText(needed).replaceAll('\u00a0', ' ')).toBe(text);
});
