import type { TreeRow } from './tree-rows.ts';

/** What a key does in a tree: goes to a row, opens or closes one. */
export type TreeMove = { to: number } | { open: string } | { close: string };

const pageRows = 15;

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  PageDown: (index, last) => Math.min(last, index + pageRows),
  PageUp: (index) => Math.max(0, index - pageRows),
  Home: () => 0,
  End: (_, last) => last,
};

/** The tree pattern of ARIA: right opens, then enters; left closes, then goes to the parent. */
export function treeMove(key: string, rows: readonly TreeRow[], index: number): TreeMove | undefined {
  const row = rows[index];
  const step = steps[key];
  if (step !== undefined) return { to: step(index, rows.length - 1) };
  if (row?.kind !== 'node') return undefined;
  if (key === 'ArrowRight' && row.isOpen !== undefined)
    return row.isOpen ? { to: Math.min(index + 1, rows.length - 1) } : { open: row.node.path };
  if (key !== 'ArrowLeft') return undefined;
  if (row.isOpen === true) return { close: row.node.path };
  const parent = rows.findIndex(({ id }) => id === row.parent);
  return parent < 0 ? undefined : { to: parent };
}
