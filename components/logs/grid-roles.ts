/**
 * Rows of measured heights are placed one by one, which the elements of a table do not allow. These properties tell the
 * same to a screen reader; spread them onto the elements.
 */
export const gridRoles = {
  grid: (label: string, lineCount: number) => ({
    role: 'grid',
    'aria-label': label,
    'aria-rowcount': lineCount + 1,
  }),
  rows: { role: 'rowgroup' },
  headRow: { role: 'row', 'aria-rowindex': 1 },
  row: (index: number, isSelected: boolean) => ({
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': isSelected,
  }),
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;
