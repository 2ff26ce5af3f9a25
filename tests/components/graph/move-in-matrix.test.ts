import { expect, test } from 'vitest';
import { moveInMatrix } from '#components/graph/matrix/move-in-matrix.ts';

const grid = { cursor: { row: 1, column: 1 }, rows: 3, columns: 4 };

test.each([
  ['ArrowUp', { row: 0, column: 1 }],
  ['ArrowDown', { row: 2, column: 1 }],
  ['ArrowLeft', { row: 1, column: 0 }],
  ['ArrowRight', { row: 1, column: 2 }],
  ['Home', { row: 1, column: 0 }],
  ['End', { row: 1, column: 3 }],
  ['PageDown', { row: 2, column: 1 }],
  ['PageUp', { row: 0, column: 1 }],
])('%s moves within the grid', (key, cursor) => {
  expect(moveInMatrix(key, grid)).toEqual(cursor);
});

test('other keys do not move, and an empty grid has nowhere to go', () => {
  expect(moveInMatrix('a', grid)).toBeUndefined();
  expect(moveInMatrix('ArrowUp', { ...grid, rows: 0 })).toBeUndefined();
});
