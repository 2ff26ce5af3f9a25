import { expect, test } from 'vitest';
import type { CounterHistory } from '#tests/support/counter-history.ts';
import { counter, observe, others, requestsOf, source, v1, v2 } from '#tests/support/observed-counters.ts';
import { endSeconds, nobody } from '#tests/support/telemetry.ts';

const podB = { labels: { pod: 'productpage-b' } };

test.each<[string, CounterHistory[], number[][]]>([
  [
    'old ones',
    [counter(v1, [100, 103, 103, 104, 109]), counter(v2, [7, 9, 9, 9, 10])],
    [
      [0, 0],
      [1, 0],
      [5, 1],
    ],
  ],
  [
    'one that began anew',
    [counter(v1, [100, 103, 2, 4, 4])],
    [
      [2, 0],
      [2, 0],
      [0, 0],
    ],
  ],
  [
    'a pod that another one replaced',
    [
      counter(v1, [100, 103, 105, undefined, undefined]),
      counter(v1, [undefined, undefined, undefined, 4, 6], podB),
    ],
    [
      [2, 0],
      [4, 0],
      [2, 0],
    ],
  ],
  [
    'a pod of two that began anew, while the other goes on',
    [counter(v1, [100, 100, 3, 3, 3]), counter(v1, [900, 900, 900, 905, 905], podB)],
    [
      [3, 0],
      [5, 0],
      [0, 0],
    ],
  ],
  [
    'a version that is called for the first time',
    [counter(v1, [5, 5, 5, 5, 5]), counter(v2, [undefined, undefined, undefined, 3, 4])],
    [
      [0, 0],
      [0, 3],
      [0, 1],
    ],
  ],
  [
    'one that was away',
    [counter(v1, [100, 103, undefined, undefined, 110])],
    [
      [0, 0],
      [0, 0],
      [7, 0],
    ],
  ],
])('%s', async (_, histories, expected) => {
  const { [source]: counts } = requestsOf(await observe([...histories, others]));
  expect(counts).toEqual(expected);
});

test('what nobody called before counts from its first value, as the mesh shows that the store was there', async () => {
  const observation = await observe([counter(v1, [undefined, undefined, undefined, 3, 4]), others]);
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [0, 0],
      [3, 0],
      [1, 0],
    ],
  });
  expect(observation.notes).toEqual([]);
});

test('what a store has at its own beginning is old, and so are pods that it scrapes a little later', async () => {
  const late = [undefined, undefined, undefined, 5000, 5004];
  const observation = await observe([
    counter(v1, [undefined, undefined, 100, 104, 105]),
    counter(v1, late, podB),
    counter(v2, [undefined, undefined, undefined, 2, 2]),
  ]);
  // The second version is called by a pod that was there, so its first value is new.
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [0, 0],
      [4, 2],
      [5, 0],
    ],
  });
  const since = new Date((endSeconds - 60) * 1000).toISOString();
  expect(observation.notes).toEqual([
    `The metric store has nothing before ${since}; what was sent until then is not counted.`,
  ]);
});

test('a store that keeps pods not apart says what that may mean', async () => {
  const nameless = counter(v1, [100, 103, 2, 4, 4]);
  const { pod: _, ...labels } = nameless.labels;
  const observation = await observe([{ ...nameless, labels }]);
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [2, 0],
      [2, 0],
      [0, 0],
    ],
  });
  expect(observation.notes).toEqual([
    'Counters fell 1 time, and the metric store keeps no label that tells pods apart (pod, instance), so what was counted around then may be too much.',
  ]);
});

test('odd values are passed over or rounded, and counted', async () => {
  const observation = await observe([
    counter(v1, [100, -1, Number.NaN, 104, 109]),
    counter(v2, [10, 10.4, 12, 12, 12]),
  ]);
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [0, 2],
      [4, 0],
      [5, 0],
    ],
  });
  expect(observation.notes).toEqual([
    '2 values of the counters, below zero or no numbers, had to be passed over.',
    '1 value of the counters, no whole numbers, had to be rounded.',
  ]);
});

test('a caller without a name is unknown, and that is said', async () => {
  const observation = await observe([counter(v1, [100, 100, 100, 104, 109], { from: nobody })]);
  expect(requestsOf(observation)).toEqual({
    'unknown/unknown': [
      [0, 0],
      [4, 0],
      [5, 0],
    ],
  });
  expect(observation.notes).toEqual([
    '9 requests came from callers that telemetry does not name; they stand under "unknown".',
  ]);
});

test('one who sent nothing is no source', async () => {
  const observation = await observe([counter(v1, [100, 100, 100, 100, 100])]);
  expect(observation).toMatchObject({ sources: [], notes: [] });
  expect(observation.slices).toHaveLength(3);
});
