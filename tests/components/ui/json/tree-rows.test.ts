import { describe, expect, test } from 'vitest';
import { treeMove } from '#components/ui/json/tree-keys.ts';
import { sliceKey, type TreeRow, treeRows } from '#components/ui/json/tree-rows.ts';
import type { Json } from '#lib/json/json.ts';
import { parseJsonPath } from '#lib/json/json-path.ts';
import { treeOf } from '#lib/json/tree-slice.ts';
import { partsOnPath } from '#lib/json/value-at-path.ts';

const document: Json = {
  list: [{ name: 'a' }, { name: 'b' }],
  text: 'x',
  many: Array.from({ length: 450 }, () => 1),
};

/** The rows after these parts were opened, with the runs of entries that came. */
function rows(open: readonly string[], runs: readonly [path: string, page: number][]): TreeRow[] {
  const slices = runs.flatMap(([path, page]) => {
    const { parts } = partsOnPath(document, parseJsonPath(path) ?? []);
    return treeOf(parts, { page, reveal: false }).slices;
  });
  return treeRows({
    slices: new Map(slices.map((slice) => [sliceKey(slice.path, slice.page), slice])),
    open: new Set(open),
    asked: new Set([sliceKey('many', 1)]),
  });
}

function textsOf(all: readonly TreeRow[]): string[] {
  return all.map(
    (row) => `${' '.repeat(row.depth)}${row.kind === 'node' ? row.node.key : `${row.from}…${row.to}`}`,
  );
}

describe('rows', () => {
  test('of a closed document are its entries', () => {
    expect(textsOf(rows([], [['', 0]]))).toEqual(['list', 'text', 'many']);
  });

  test('of what is open stand below it, with their places', () => {
    const all = rows(
      ['list', 'list[1]'],
      [
        ['', 0],
        ['list', 0],
        ['list[1]', 0],
      ],
    );
    expect(textsOf(all)).toEqual(['list', ' 0', ' 1', '  name', 'text', 'many']);
    expect(all[2]).toMatchObject({ kind: 'node', parent: 'list', place: 1, placeCount: 2, isOpen: true });
  });

  test('that have not come yet are one row for each run', () => {
    const all = rows(
      ['list', 'many'],
      [
        ['', 0],
        ['many', 2],
      ],
    );
    expect(textsOf(all).slice(0, 6)).toEqual(['list', ' 0…1', 'text', 'many', ' 0…199', ' 200…399']);
    expect(all).toHaveLength(56);
    expect(all[5]).toMatchObject({ kind: 'page', page: 1, isAsked: true });
  });

  test('of a document that has not come are one row', () => {
    expect(rows([], [])).toMatchObject([{ kind: 'page', path: '', page: 0 }]);
  });
});

describe('keys', () => {
  const all = rows(
    ['list'],
    [
      ['', 0],
      ['list', 0],
    ],
  );
  test.each([
    ['ArrowDown', 0, { to: 1 }],
    ['ArrowDown', 4, { to: 4 }],
    ['ArrowUp', 0, { to: 0 }],
    ['End', 0, { to: 4 }],
    ['Home', 3, { to: 0 }],
    ['ArrowRight', 0, { to: 1 }],
    ['ArrowRight', 1, { open: 'list[0]' }],
    ['ArrowRight', 3, undefined],
    ['ArrowLeft', 0, { close: 'list' }],
    ['ArrowLeft', 2, { to: 0 }],
    ['ArrowLeft', 3, undefined],
    ['x', 0, undefined],
  ])('%s on row %i', (key, index, move) => {
    expect(treeMove(key, all, index)).toEqual(move);
  });
});
