import { rowAfterKey } from '../list-keys.ts';
import type { TreeRow } from './tree-rows.ts';

/** What a key does in a tree: goes to a row, opens or closes one. */
export type TreeMove = { to: number } | { open: string } | { close: string };

const pageRows = 15;

/** The tree pattern of ARIA: right opens, then enters; left closes, then goes to the parent. */
export function treeMove(key: string, rows: readonly TreeRow[], index: number): TreeMove | undefined {
  const row = rows[index];
  const to = rowAfterKey(key, { index, last: rows.length - 1, pageRows });
  if (to !== undefined) return { to };
  if (row?.kind !== 'node') return undefined;
  if (key === 'ArrowRight' && row.isOpen !== undefined)
    return row.isOpen ? { to: Math.min(index + 1, rows.length - 1) } : { open: row.node.path };
  if (key !== 'ArrowLeft') return undefined;
  if (row.isOpen === true) return { close: row.node.path };
  const parent = rows.findIndex(({ id }) => id === row.parent);
  return parent < 0 ? undefined : { to: parent };
}
