import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from '#components/ui/json/marked-parts.ts';

test.each([
  ['outbound|9080||reviews', ['REVIEWS'], ['outbound|9080||', '[reviews]']],
  ['aaa', ['a'], ['[a]', '[a]', '[a]']],
  ['abcd', ['bc', 'b'], ['a', '[bc]', 'd']],
  ['abc', [''], ['abc']],
  ['abc', [], ['abc']],
  ['', ['a'], []],
])('"%s" with %j', (text, marks, parts) => {
  expect(markedParts(text, marks).map((part) => (part.isMarked ? `[${part.text}]` : part.text))).toEqual(
    parts,
  );
});

test('the parts are the text, each where it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 2 })), (text, marks) => {
      const parts = markedParts(text, marks);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text);
    }),
  );
});
