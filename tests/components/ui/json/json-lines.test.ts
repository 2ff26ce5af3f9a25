import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from '#components/ui/json/json-lines.ts';

function textOf(value: unknown): string[] {
  return jsonLines(value).map(
    ({ depth, tokens }) => '  '.repeat(depth) + tokens.map(({ text }) => text).join(''),
  );
}

test.each([
  [1, ['1']],
  [null, ['null']],
  ['a "b"', ['"a \\"b\\""']],
  [{}, ['{}']],
  [[], ['[]']],
  [{ prefix: '/' }, ['{ "prefix": "/" }']],
])('%j', (value, lines) => {
  expect(textOf(value)).toEqual(lines);
});

test('what is too long for a line has a line an entry', () => {
  const long = 'x'.repeat(60);
  expect(textOf({ one: long, two: [long, { a: 1 }] })).toEqual([
    '{',
    `  "one": "${long}",`,
    '  "two": [',
    `    "${long}",`,
    '    { "a": 1 }',
    '  ]',
    '}',
  ]);
});

test('a very long text is cut and says how long it is', () => {
  const [line] = textOf('a'.repeat(5000));
  expect(line).toBe(`"${'a'.repeat(400)}…" 5,000 characters`);
});

test('the lines together are the JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const read: unknown = JSON.parse(textOf(value).join('\n'));
      expect(JSON.stringify(read)).toBe(JSON.stringify(value));
    }),
  );
});
