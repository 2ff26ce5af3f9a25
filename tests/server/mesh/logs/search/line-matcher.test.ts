import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { lineMatcher } from '#server/mesh/logs/search/line-matcher.ts';

function find(search: string, isRegex = true) {
  return lineMatcher({ search, isRegex });
}

test('a text is found in any case, and its signs mean themselves', () => {
  expect(find('[CART].*', false)('in [cart].* it is')).toBe(true);
  expect(find('cart.', false)('carts')).toBe(false);
  expect(find('', false)('anything')).toBe(true);
});

const table: readonly [pattern: string, line: string, isFound: boolean][] = [
  ['GET|POST', 'post /cart', true],
  ['^get', 'a get', false],
  ['cart$', 'the cart', true],
  ['^$', '', true],
  ['\\b5\\d\\d\\b', 'code 503 here', true],
  ['\\b5\\d\\d\\b', 'code 1503', false],
  ['\\Bart', 'cart', true],
  ['[^a-c]x', 'ax bx', false],
  ['[]x]', ']', true],
  ['[\\w.-]+@x', 'a.b-c@x', true],
  ['(?:ab){2,3}c', 'ababc', true],
  ['(?:ab){2,3}c', 'abc', false],
  ['a{2}', 'caat', true],
  ['a{,2}', 'a{,2}', true],
  ['(?<code>\\d+) ms', '12 ms', true],
  ['(?i)Error', 'ERROR', true],
  ['rbac_access_denied_matched_policy\\[none\\]', '403 - rbac_access_denied_matched_policy[none] -', true],
  ['\\x41\\t', 'a\t', true],
  ['ü+', 'GRÜÜßE', true],
  ['a||b', '', true],
];
for (const [pattern, line, isFound] of table) {
  test(`/${pattern}/ ${isFound ? 'finds' : 'does not find'} "${line}"`, () => {
    expect(find(pattern)(line)).toBe(isFound);
  });
}

describe('a wrong pattern names the parameter and what is wrong', () => {
  const wrong: readonly [pattern: string, words: string][] = [
    ['(a', 'a "(" stands without its ")"'],
    ['a)', 'a ")" stands without its "("'],
    ['[a', 'a "[" stands without its "]"'],
    ['*a', '"*" repeats nothing'],
    ['a**', 'a repetition is repeated'],
    ['(?=a)', 'looking ahead or behind'],
    ['(?<!a)b', 'looking ahead or behind'],
    ['(a)\\1', 'which repeats a group'],
    ['[z-a]', 'runs backwards'],
    ['a{5,2}', 'counts backwards'],
    ['a{1000}', 'more than 100 times'],
    ['((((a{90}){90}){90}){90}){90}', 'too large'],
    ['a\\', 'ends with a backslash'],
  ];
  for (const [pattern, words] of wrong) {
    test(pattern, () => {
      let error: unknown;
      try {
        find(pattern);
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(ViglaError);
      expect(error).toMatchObject({
        code: 'bad_parameter',
        parameter: 'search',
        message: expect.stringContaining(words),
      });
    });
  }
});

test('patterns that never end elsewhere are linear here', () => {
  const line = `${'a'.repeat(16_000)}!`;
  const startedAt = performance.now();
  for (const pattern of ['(a+)+$', '(a|a)*b', '(a*)*(a*)*b', '.*.*.*.*=', '(x+x+)+y', '(a?){50}a{50}c'])
    expect(find(pattern)(line)).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('ten thousand lines are searched in well under a second', () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, index) => `2026-11-21 GET /cart/${index} 200 ${'x'.repeat(200)}`,
  );
  const matches = find('cart/(1|2)\\d*9\\b.*200');
  const startedAt = performance.now();
  expect(lines.filter(matches)).toHaveLength(222);
  expect(performance.now() - startedAt).toBeLessThan(900);
});

/** Patterns of a few signs, so that lines of the same few often match. */
const pattern: fc.Arbitrary<string> = fc.letrec<{ any: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom('a', 'b', 'C', '.', '\\b', '^', '$', '[ab]', '[^a]', '\\w', '\\s', '-'),
    tie('any').map((inner) => `(?:${inner})`),
  ),
  any: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?')), {
      maxLength: 4,
    })
    .map((parts) => parts.map(([atom, count]) => (/^(\\b|\^|\$)$/.test(atom) ? atom : atom + count)).join(''))
    .chain((text) => fc.oneof(fc.constant(text), fc.constant(`${text}|b`))),
})).any;

test('it agrees with the regular expressions of the language', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', ' ', '-', '\t'), maxLength: 12 });
  fc.assert(
    fc.property(pattern, line, (text, subject) => {
      expect(find(text)(subject)).toBe(text === '' || new RegExp(text, 'is').test(subject));
    }),
    { numRuns: 3000 },
  );
});
