import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '#lib/pattern/compile-pattern.ts';
import { findRanges } from '#lib/pattern/find-ranges.ts';
import { parsePattern } from '#lib/pattern/parse-pattern.ts';
import { searchMachine } from '#lib/pattern/search-machine.ts';

function found(pattern: string, text: string, most = 100): string[] {
  const ranges = findRanges(compilePattern(parsePattern(pattern)), text, most);
  return ranges.map(({ start, end }) => `${start}:${text.slice(start, end)}`);
}

test.each([
  ['50\\d', 'GET 500 503 404', ['4:500', '8:503']],
  ['get', 'GET get', ['0:GET', '4:get']],
  ['a+', 'baaab', ['1:aaa']],
  ['a|ab', 'xab', ['1:ab']],
  ['^GET', 'GET GET', ['0:GET']],
  ['\\bUF\\b', 'UF,UFX UF', ['0:UF', '7:UF']],
  ['x*', 'abc', []],
  ['"[^"]*"', 'a "b" "c', ['2:"b"']],
  ['z', 'abc', []],
])('%s in %s is %j', (pattern, text, expected) => {
  expect(found(pattern, text)).toEqual(expected);
});

test('no more than asked for are looked up', () => {
  expect(found('a', 'aaaaaaaa', 3)).toHaveLength(3);
});

test('a pattern that ruins back-tracking takes no time', () => {
  const started = performance.now();
  expect(found('(a+)+b', 'a'.repeat(4_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2_000);
});

/** Begins and ends with what must be there, so that it never matches nothing. */
const patterns = fc.stringMatching(/^[ab.](?:[ab][*+?]?){0,6}[ab]$/);

test('ranges are in order and apart, and there are some exactly when the text matches', () => {
  fc.assert(
    fc.property(patterns, fc.stringMatching(/^[abc]{0,20}$/), (pattern, text) => {
      const machine = compilePattern(parsePattern(pattern));
      const ranges = findRanges(machine, text, 100);
      let reached = 0;
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        reached = end;
      }
      expect(ranges.length > 0).toBe(searchMachine(machine)(text));
    }),
  );
});
