import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCounter } from '#server/mesh/canary/observed/read-counter.ts';

type Value = number | undefined;

function read(values: readonly Value[], isOld: boolean) {
  const points = values.flatMap((value, index) => (value === undefined ? [] : [[index, value] as const]));
  const increments: [number, number][] = [];
  const told = readCounter(points, {
    isBaseline: (atSeconds) => isOld && atSeconds === 0,
    add: (atSeconds, count) => increments.push([atSeconds, count]),
  });
  return { ...told, increments };
}

test.each<[string, Value[], boolean, [number, number][]]>([
  [
    'an old counter counts from its first value',
    [100, 107, 107, 110],
    true,
    [
      [1, 7],
      [3, 3],
    ],
  ],
  [
    'a counter that appears counts whole',
    [undefined, 4, 9],
    true,
    [
      [1, 4],
      [2, 5],
    ],
  ],
  [
    'one of a store that was there before counts whole, too',
    [4, 9],
    false,
    [
      [0, 4],
      [1, 5],
    ],
  ],
  [
    'one that falls began anew at zero',
    [100, 120, 8, 9],
    true,
    [
      [1, 20],
      [2, 8],
      [3, 1],
    ],
  ],
  ['one that falls to zero lost nothing', [100, 0, 3], true, [[2, 3]]],
  [
    'one that falls twice',
    [50, 5, 2],
    true,
    [
      [1, 5],
      [2, 2],
    ],
  ],
  ['one that was away goes on from its last value', [100, undefined, undefined, 130], true, [[3, 30]]],
  ['one that was away and began anew', [100, undefined, 30], true, [[2, 30]]],
  ['a single value of an old counter says nothing', [100], true, []],
  ['no value', [], true, []],
])('%s', (_, values, isOld, expected) => {
  expect(read(values, isOld).increments).toEqual(expected);
});

test.each<[string, number[], number, Partial<ReturnType<typeof read>>]>([
  ['no number', [10, Number.NaN, 14], 4, { unusable: 1, resets: 0 }],
  ['below zero', [10, -3, 14], 4, { unusable: 1, resets: 0 }],
  ['without end', [10, Number.POSITIVE_INFINITY, 14], 4, { unusable: 1 }],
  ['too large to count by ones', [10, 2 ** 60, 14], 4, { unusable: 1 }],
  ['not whole', [10.4, 12.6, 14], 4, { fractional: 2, unusable: 0 }],
  ['unusable at first', [Number.NaN, 10, 14], 4, { unusable: 1 }],
  ['fallen', [10, 4], 4, { resets: 1 }],
])('a value that is %s is told', (_, values, total, told) => {
  const reading = read(values, true);
  expect(reading).toMatchObject(told);
  expect(reading.increments.reduce((sum, [, count]) => sum + count, 0)).toBe(total);
});

const step = fc.record({
  added: fc.nat({ max: 20 }),
  isSeen: fc.boolean(),
  /** Just after it was seen, else nobody can know what was counted between. */
  restarts: fc.boolean(),
});

test('the sum of what is read is what was counted, through restarts and gaps', () => {
  let restarts = 0;
  let gaps = 0;
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.array(step, { maxLength: 40 }), (start, steps) => {
      let value = start;
      let seen = start;
      let counted = 0;
      const values: Value[] = [start];
      for (const { added, isSeen, restarts: isRestarted } of steps) {
        // A process that restarts and counts past its old value before it is seen looks as if it had gone on.
        const isTold = isRestarted && values.at(-1) !== undefined && added < seen && isSeen;
        value = isTold ? added : value + added;
        counted += added;
        if (isTold) restarts += 1;
        if (!isSeen) gaps += 1;
        values.push(isSeen ? value : undefined);
        if (isSeen) seen = value;
      }
      const reading = read([...values, value], true);
      expect(reading.increments.reduce((sum, [, count]) => sum + count, 0)).toBe(counted);
      expect(reading.increments.every(([, count]) => Number.isInteger(count) && count > 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(restarts).toBeGreaterThan(100);
  expect(gaps).toBeGreaterThan(100);
});
