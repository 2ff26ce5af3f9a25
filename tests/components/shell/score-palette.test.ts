import { expect, test } from 'vitest';
import { scorePalette } from '#components/shell/score-palette.ts';

test.each([
  ['rev', ['reviews v2', 'App in bookinfo'], 1],
  ['views', ['reviews v2', 'App in bookinfo'], 0.7],
  ['book', ['reviews v2', 'App in bookinfo'], 0.3],
  ['rev book', ['reviews v2', 'App in bookinfo'], 0.3],
  ['reviews', ['observability', 'show this namespace only'], 0],
  ['rev nothing', ['reviews v2', 'App in bookinfo'], 0],
  ['', ['reviews v2'], 1],
])('"%s" fits %j with %d', (search, keywords, score) => {
  expect(scorePalette('', search, keywords)).toBe(score);
});
