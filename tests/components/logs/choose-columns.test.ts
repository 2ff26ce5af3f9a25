import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessColumnIds, accessColumns } from '#components/logs/access-columns.tsx';
import { chooseColumns, columnGap, gridOf } from '#components/logs/choose-columns.ts';

test.each([
  [2000, [], 'peer request authority code flags duration bytes route cluster'],
  [460, [], 'request code flags duration'],
  [341, [], 'request code flags'],
  [200, [], 'request code'],
  [20, [], 'code'],
  [340, ['code', 'flags'], 'request duration'],
])('%i pixels without %j have the columns %s', (width, hidden, expected) => {
  expect(chooseColumns({ width, hidden }).join(' ')).toBe(expected);
});

test('columns never need more room than there is, and a wider list never has fewer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 2000 }), fc.integer({ min: 0, max: 300 }), (width, more) => {
      const columns = chooseColumns({ width, hidden: [] });
      const needed =
        columns.reduce((sum, id) => sum + accessColumns[id].width, 0) + (columns.length - 1) * columnGap;
      expect(needed).toBeLessThanOrEqual(width);
      expect(chooseColumns({ width: width + more, hidden: [] })).toEqual(expect.arrayContaining(columns));
    }),
  );
});

test('a grid has a track for each column', () => {
  expect(gridOf(['request', 'code'])).toBe('minmax(150px, 4fr) 36px');
  expect(accessColumnIds.length).toBe(gridOf(accessColumnIds).split('px').length - 1);
});
