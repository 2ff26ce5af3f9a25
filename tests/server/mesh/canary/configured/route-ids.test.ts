import { expect, test } from 'vitest';
import { cartSplits, to, virtualService } from '#tests/support/weighted-routes.ts';

test.each([
  [
    ['a', 'a', undefined],
    ['a-0', 'a-1', '2'],
  ],
  [
    ['1', undefined, 'b'],
    ['1-0', '1', 'b'],
  ],
  [
    ['x'.repeat(300), '', 'c'],
    ['0', '1', 'c'],
  ],
])('names %j are called %j', (names, ids) => {
  const http = names.map((name, index) => ({
    ...(name === undefined ? {} : { name }),
    match: [{ uri: { prefix: `/${index}` } }],
    route: [to('v1', 50), to('v2', 50)],
  }));
  expect(cartSplits(virtualService('cart', { http })).map(({ route }) => route)).toEqual(ids);
});
