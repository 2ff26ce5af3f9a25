import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysAbove, shownRows, waterfallRows } from '#components/traces/waterfall/waterfall-rows.ts';
import { spanDraft } from './span-draft.ts';

function treeOf(depths: readonly number[]) {
  return waterfallRows(depths.map((depth, index) => spanDraft({ spanId: `s${index}`, depth })));
}

describe('lines of the waterfall', () => {
  test('know what is above and how many are below', () => {
    const rows = treeOf([0, 1, 2, 1, 0]);
    expect(rows.map(({ key, parentKey, descendantCount }) => [key, parentKey, descendantCount])).toEqual([
      ['s0', undefined, 3],
      ['s1', 's0', 1],
      ['s2', 's1', 0],
      ['s3', 's0', 0],
      ['s4', undefined, 0],
    ]);
    expect(keysAbove(rows, 's2')).toEqual(['s1', 's0']);
    expect(keysAbove(rows, 'nobody')).toEqual([]);
  });

  test('fold away what is below a collapsed one, at any depth', () => {
    const rows = treeOf([0, 1, 2, 1, 0]);
    const keysWithout = (...collapsed: string[]) => shownRows(rows, new Set(collapsed)).map(({ key }) => key);
    expect(keysWithout()).toEqual(['s0', 's1', 's2', 's3', 's4']);
    expect(keysWithout('s1')).toEqual(['s0', 's1', 's3', 's4']);
    expect(keysWithout('s0', 's1')).toEqual(['s0', 's4']);
    expect(keysWithout('s4')).toEqual(['s0', 's1', 's2', 's3', 's4']);
  });

  test('tell spans apart whose ids are the same', () => {
    const rows = waterfallRows([spanDraft({ spanId: 'x' }), spanDraft({ spanId: 'x', depth: 1 })]);
    expect(rows.map(({ key, parentKey }) => [key, parentKey])).toEqual([
      ['x', undefined],
      ['x.2', 'x'],
    ]);
  });

  test('show each line whose ancestors are all unfolded, and no other', () => {
    const depths = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(depths, fc.array(fc.nat(39)), (list, folded) => {
        const rows = treeOf(list);
        const collapsed = new Set(folded.map((index) => `s${index}`));
        const expected = rows.filter(({ key }) =>
          keysAbove(rows, key).every((above) => !collapsed.has(above)),
        );
        expect(shownRows(rows, collapsed)).toEqual(expected);
      }),
    );
  });

  test('10,000 of them in a chain are counted at once', () => {
    const rows = treeOf(Array.from({ length: 10_000 }, (_, index) => Math.min(index, 300)));
    expect(rows[0]?.descendantCount).toBe(9_999);
  });
});
