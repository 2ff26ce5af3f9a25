import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finderOf, pieces, regexProblem } from '#components/logs/highlight-ranges.ts';

test.each([
  ['reset', false, 'upstream_RESET before reset', ['RESET', 'reset']],
  ['50\\d', true, '503 and 500', ['503', '500']],
  ['a.b', false, 'a.b axb', ['a.b']],
  ['(', false, 'f(x)', ['(']],
  ['', false, 'anything', []],
  ['(', true, 'f(x)', []],
])('searching for "%s" (regex: %s) marks in "%s" %j', (search, isRegex, text, expected) => {
  const ranges = finderOf({ search, isRegex })(text);
  expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('what is no regular expression is said, what is one is not', () => {
  expect(regexProblem('(a')).toBe('a "(" stands without its ")"');
  expect(regexProblem('(?=a)')).toContain('looking ahead');
  expect(regexProblem('50[0-9] .*UF')).toBeUndefined();
});

test('a line of ten megabytes is marked at its beginning only, at once', () => {
  const text = `x${'a'.repeat(10_000_000)}x`;
  const started = performance.now();
  expect(finderOf({ search: 'x', isRegex: false })(text)).toEqual([{ start: 0, end: 1 }]);
  expect(performance.now() - started).toBeLessThan(500);
});

test('marked or not, the pieces are the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 2 }), (text, search) => {
      const parts = pieces(text, finderOf({ search, isRegex: false })(text));
      expect(parts.map((part) => part.text).join('')).toBe(text);
      expect(parts.every((part) => part.text !== '')).toBe(true);
      if (text.includes(search)) expect(parts.some((part) => part.isMarked)).toBe(true);
    }),
  );
});
