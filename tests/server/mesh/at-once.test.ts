import { expect, test } from 'vitest';
import { atOnce } from '#server/mesh/at-once.ts';

test.each([0, 1, 2, 7])('%d items have their results in order, two at a time', async (count) => {
  const items = Array.from({ length: count }, (_, index) => index);
  let running = 0;
  let most = 0;
  const results = await atOnce(items, 2, async (item) => {
    most = Math.max(most, ++running);
    // The first of a pair takes longer than the second.
    for (let turn = 0; turn < 3 - (item % 2) * 2; turn++) await Promise.resolve();
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual(items.map((item) => item * 10));
  expect(most).toBe(Math.min(count, 2));
});

test('work that fails fails all of it', async () => {
  const failing = atOnce(['a', 'b'], 2, async (item) => {
    if (item === 'b') throw new Error('b is gone');
    return item;
  });
  await expect(failing).rejects.toThrow('b is gone');
});
