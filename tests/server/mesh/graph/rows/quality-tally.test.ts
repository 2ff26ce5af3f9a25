import { expect, test } from 'vitest';
import { createQualityTally } from '#server/mesh/graph/rows/quality-tally.ts';

test('one occurrence is spoken of as one, several as several', () => {
  const tally = createQualityTally();
  tally.note('reporters_differ', 'a to b');
  tally.note('window_cut');
  tally.note('window_cut');
  expect(tally.list().map(({ message }) => message)).toEqual([
    '1 edge on which the two proxies disagree by more than 5 %',
    '2 namespaces are younger than the window; their rates are averages since they were created',
  ]);
});

test('the example does not depend on the order in which series came', () => {
  const there = createQualityTally();
  const back = createQualityTally();
  for (const example of ['a', 'b', 'c']) there.note('no_service', example);
  for (const example of ['c', 'b', 'a']) back.note('no_service', example);
  expect(there.list()).toEqual(back.list());
  expect(there.list()[0]).toMatchObject({ code: 'no_service', count: 3, example: 'a' });
});
