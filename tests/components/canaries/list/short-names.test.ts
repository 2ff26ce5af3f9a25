import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortNames } from '#components/canaries/list/short-names.ts';

test.each<[names: string[], expected: string[]]>([
  [
    ['v1', 'v2', 'v3'],
    ['v1', 'v2', 'v3'],
  ],
  [
    ['catalog-v1', 'catalog-v2'],
    ['v1', 'v2'],
  ],
  [
    ['web-stable', 'web-stable-2'],
    ['stable', 'stable-2'],
  ],
  [
    ['web', 'web-canary'],
    ['web', 'web-canary'],
  ],
  [
    ['web-', 'web-canary'],
    ['web-', 'web-canary'],
  ],
  [
    ['old-shop', 'new-shop'],
    ['old-shop', 'new-shop'],
  ],
  [['web-v1'], ['web-v1']],
  [[], []],
])('%j are shortened to %j', (names, expected) => {
  expect(shortNames(names)).toEqual(expected);
});

test('different names stay different, and none is lost', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[ab-]{1,8}$/), { maxLength: 5 });
  fc.assert(
    fc.property(names, (all) => {
      const short = shortNames(all);
      expect(new Set(short).size).toBe(all.length);
      for (const [index, name] of all.entries()) expect(name.endsWith(short[index] ?? '?')).toBe(true);
    }),
  );
});
