import { expect, test } from 'vitest';
import { moveTimes } from '#lib/json/move-times.ts';

const hourMs = 3_600_000;

test('times anywhere in a value are moved, with their fraction kept', () => {
  const value = {
    at: '2026-11-21T01:59:39Z',
    deep: [{ sentTime: '2026-11-21T23:59:39.285394378Z' }],
    nonce: '2026-11-21T01:59:39Z/3641a',
    text: 'none',
    noTime: '2026-13-45T01:59:39Z',
    count: 3,
    nothing: null,
  };
  expect(moveTimes(value, hourMs)).toEqual({
    at: '2026-11-21T02:59:39Z',
    deep: [{ sentTime: '2026-11-22T00:59:39.285394378Z' }],
    nonce: '2026-11-21T01:59:39Z/3641a',
    text: 'none',
    noTime: '2026-13-45T01:59:39Z',
    count: 3,
    nothing: null,
  });
});
