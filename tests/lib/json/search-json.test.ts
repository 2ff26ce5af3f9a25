import { expect, test } from 'vitest';
import { searchJson } from '#lib/json/search-json.ts';

const document = {
  reviews: { port: 9080 },
  list: ['Reviews', { 'a.b': 'x reviews x', count: 90801 }, null, true],
};

test.each([
  ['reviews', ['reviews', 'list[0]', 'list[1]["a.b"]']],
  ['9080', ['reviews.port', 'list[1].count']],
  ['a.b', ['list[1]["a.b"]']],
  ['TRUE', ['list[3]']],
  ['nothing', []],
])('%s stands in names and values, in the order of the document', (text, paths) => {
  expect(searchJson(document, text)).toEqual({ paths, count: paths.length });
});

test('of very many places the first thousand are given, and all are counted', () => {
  const found = searchJson(
    Array.from({ length: 5000 }, () => 'here'),
    'here',
  );
  expect(found.count).toBe(5000);
  expect(found.paths).toHaveLength(1000);
  expect(found.paths.at(-1)).toBe('[999]');
});
