import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPart, splitResult } from '#server/workers/result-parts.ts';

test('the lists of a result go over in short parts, and come together again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 900 }), { maxLength: 3 }), fc.jsonValue(), (lengths, other) => {
      const lists = lengths.map((length, index) => [`list${index}`, Array.from({ length }, (_, at) => at)]);
      const result = { ...Object.fromEntries(lists), other };
      const { rest, parts } = splitResult(result);
      for (const { entries } of parts) expect(entries.length).toBeLessThanOrEqual(200);
      for (const part of parts) addPart(rest, part);
      expect(rest).toEqual(result);
    }),
  );
});

test.each([['text'], [7], [null], [[1, 2, 3]]])('a result without fields (%j) goes over whole', (result) => {
  expect(splitResult(result)).toEqual({ rest: result, parts: [] });
});
