import { expect, test } from 'vitest';
import { createHeldOpen } from '#server/limits/held-open.ts';

test('what is held open is counted for each and for all, and given back once', () => {
  const held = createHeldOpen({ mostPerKey: 2, most: 3 });
  const [first, second] = [held.take('a'), held.take('a')];
  expect(held.take('a')).toBe('own');
  expect(typeof held.take('b')).toBe('function');
  expect(held.take('c')).toBe('all');
  for (const giveBack of [first, first, second]) if (typeof giveBack === 'function') giveBack();
  expect([held.take('c'), held.take('c')].map((taken) => typeof taken)).toEqual(['function', 'function']);
  expect(held.take('d')).toBe('all');
});
