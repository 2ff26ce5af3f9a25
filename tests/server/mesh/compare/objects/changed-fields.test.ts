import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/json/json.ts';
import { changedFields } from '#server/mesh/compare/objects/changed-fields.ts';
import { laidLines } from '#server/mesh/compare/objects/laid-lines.ts';

describe('every place at which two manifests differ is told once, by its path', () => {
  const cases: readonly [name: string, before: Json, after: Json, fields: object[]][] = [
    ['a field that came', { spec: {} }, { spec: { a: 1 } }, [{ path: 'spec.a', after: 1 }]],
    ['a field that went', { spec: { a: 1 } }, { spec: {} }, [{ path: 'spec.a', before: 1 }]],
    ['a text is not its number', { a: '1' }, { a: 1 }, [{ path: 'a', before: '1', after: 1 }]],
    ['null is not absence', { a: null }, {}, [{ path: 'a', before: null }]],
    ['the order of fields is nothing', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [
      'a label with dots',
      { labels: { 'app.io/x': 'a' } },
      { labels: { 'app.io/x': 'b' } },
      [{ path: 'labels["app.io/x"]', before: 'a', after: 'b' }],
    ],
    ['an entry in front leaves the others alone', ['b', 'c'], ['a', 'b', 'c'], [{ path: '[0]', after: 'a' }]],
    [
      'entries stand for each other by name',
      [
        { name: 'x', port: 1 },
        { name: 'y', port: 2 },
      ],
      [
        { name: 'y', port: 3 },
        { name: 'z', port: 4 },
      ],
      [
        { path: '[0].port', before: 2, after: 3 },
        { path: '[1].name', before: 'x', after: 'z' },
        { path: '[1].port', before: 1, after: 4 },
      ],
    ],
    [
      'the order of a list is something',
      ['a', 'b'],
      ['b', 'a'],
      [
        { path: '[0]', before: 'a' },
        { path: '[1]', after: 'a' },
      ],
    ],
  ];
  test.each(cases)('%s', (_name, before, after, fields) => {
    expect(changedFields(before, after)).toEqual(fields);
  });

  test('large values are told by their size', () => {
    const [field] = changedFields({ data: 'x'.repeat(3000) }, { data: 'y' });
    expect(field).toEqual({ path: 'data', before: '(3002 characters of JSON)', after: 'y' });
  });
});

test('a value differs from another exactly where its JSON does, and never from itself', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(changedFields(plain(one), plain(one))).toEqual([]);
      const forth = changedFields(plain(one), plain(other));
      const back = changedFields(plain(other), plain(one));
      expect(forth.length === 0).toBe(back.length === 0);
      expect(forth.length === 0).toBe(sorted(plain(one)) === sorted(plain(other)));
    }),
  );
});

function plain(value: unknown): Json {
  const parsed: Json = JSON.parse(JSON.stringify(value));
  return parsed;
}

function sorted(value: Json): string {
  return JSON.stringify(value, (_key, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

describe('lines laid over each other hold both texts', () => {
  test('what is alike far from a change is folded', () => {
    const before = `${Array.from({ length: 10 }, (_, index) => `line ${index}`).join('\n')}\nold\n`;
    const after = before.replace('old', 'new');
    expect(laidLines(before, after).map(({ mark, text }) => `${mark} ${text}`)).toEqual([
      'fold … 7 lines alike',
      'same line 7',
      'same line 8',
      'same line 9',
      'before old',
      'after new',
    ]);
  });

  test('the marked lines of each side stand in its own order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const lines = laidLines(joined(one), joined(other));
        if (lines.some(({ mark }) => mark === 'fold')) return;
        const of = (side: 'before' | 'after') =>
          lines.filter(({ mark }) => mark === 'same' || mark === side).map((line) => line.text);
        expect(of('before')).toEqual(one);
        expect(of('after')).toEqual(other);
      }),
    );
  });
});

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
