import { expect, test } from 'vitest';
import { parseMs } from '#components/traces/parse-ms.ts';

test.each([
  ['200', 200],
  ['200ms', 200],
  ['1.5s', 1500],
  ['.5 s', 500],
  ['2min', 120_000],
  ['2M', 120_000],
  ['0', 0],
  ['24h', undefined],
  ['-1ms', undefined],
  ['1e3', undefined],
  ['fast', undefined],
  ['', undefined],
  ['86400001', undefined],
])('%j is %j milliseconds', (text, milliseconds) => {
  expect(parseMs(text)).toBe(milliseconds);
});
