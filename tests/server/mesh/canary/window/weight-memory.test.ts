import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newWeightMemory, weightMemoryOf } from '#server/mesh/canary/window/weight-memory.ts';

const look = (weight: number, key = 'split') => ({
  key,
  weights: [
    { name: 'v1', weight },
    { name: 'v2', weight: 100 - weight },
  ],
});
const weightsOf = (memory: ReturnType<typeof newWeightMemory>, key = 'split') =>
  memory.of(key).map(({ weights }) => weights[0]?.weight);

test('each source of objects has a memory of its own', () => {
  const [one, other] = [{}, {}];
  expect(weightMemoryOf(one)).toBe(weightMemoryOf(one));
  expect(weightMemoryOf(one)).not.toBe(weightMemoryOf(other));
});

test('twenty changes are kept, with what was before the first of them', () => {
  const memory = newWeightMemory();
  for (let index = 0; index < 50; index += 1)
    memory.remember([look(index)], { seconds: index, isWhole: true });
  expect(weightsOf(memory)).toEqual(Array.from({ length: 21 }, (_, index) => 29 + index));
});

test('a split that is gone is remembered for a day', () => {
  const memory = newWeightMemory();
  memory.remember([look(10), look(20, 'other')], { seconds: 0, isWhole: true });
  memory.remember([look(20, 'other')], { seconds: 86_400, isWhole: true });
  expect(weightsOf(memory)).toEqual([10]);
  memory.remember([look(20, 'other')], { seconds: 86_401, isWhole: true });
  expect([weightsOf(memory), weightsOf(memory, 'other')]).toEqual([[], [20]]);
});

test('a look that comes late tells nothing', () => {
  const memory = newWeightMemory();
  memory.remember([look(10)], { seconds: 100, isWhole: true });
  memory.remember([look(20)], { seconds: 90, isWhole: true });
  expect(weightsOf(memory)).toEqual([10]);
});

test('neighbours always differ, times only grow, and each change lies between its two looks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(60)), { maxLength: 80 }),
      (looks) => {
        const memory = newWeightMemory();
        let seconds = 0;
        for (const [weight, pause] of looks) {
          seconds += pause;
          memory.remember([look(weight)], { seconds, isWhole: true });
        }
        const remembered = memory.of('split');
        remembered.forEach(({ weights, seenSeconds, othersSeenSeconds = 0 }, index) => {
          const before = remembered[index - 1];
          expect(weights[0]?.weight).not.toBe(before?.weights[0]?.weight);
          if (before !== undefined) expect(othersSeenSeconds).toBeGreaterThanOrEqual(before.seenSeconds);
          expect(seenSeconds).toBeGreaterThanOrEqual(othersSeenSeconds);
        });
        const [latest] = looks.slice(-1);
        expect(weightsOf(memory).at(-1)).toBe(latest?.[0]);
      },
    ),
  );
});
