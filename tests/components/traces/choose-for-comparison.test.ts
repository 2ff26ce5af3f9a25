import { expect, test } from 'vitest';
import { chooseForComparison } from '#components/traces/choose-for-comparison.ts';

test.each([
  ['the first', { a: '', b: '' }, { a: 'x', b: '' }],
  ['the second', { a: 'p', b: '' }, { a: 'p', b: 'x' }],
  ['a third in place of the second', { a: 'p', b: 'q' }, { a: 'p', b: 'x' }],
  ['the first again, which takes it back', { a: 'x', b: 'q' }, { a: 'q', b: '' }],
  ['the second again, which takes it back', { a: 'p', b: 'x' }, { a: 'p', b: '' }],
])('choosing %s', (_what, before, after) => {
  expect(chooseForComparison(before, 'x')).toEqual(after);
});
