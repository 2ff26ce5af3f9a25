import { expect, test } from 'vitest';
import { searchSpans } from '#components/traces/waterfall/search-spans.ts';
import { waterfallRows } from '#components/traces/waterfall/waterfall-rows.ts';
import { spanDraft } from './span-draft.ts';

const rows = waterfallRows([
  spanDraft({ spanId: 'one', service: 'productpage.bookinfo' }),
  spanDraft({ spanId: 'two', attributes: { 'http.status_code': '503' }, depth: 1 }),
  spanDraft({ spanId: 'three', story: { text: 'reviews-v2 answered 503.' }, depth: 1 }),
]);

test.each([
  ['PRODUCT', ['one']],
  ['status_code=503', ['two']],
  ['503', ['two', 'three']],
  ['three', ['three']],
  ['  ', []],
  ['nothing', []],
])('%j finds %j', (text, keys) => {
  expect(searchSpans(rows, text)).toEqual(keys);
});
