/**
 * Lines are placed one by one, which the elements of a table do not allow. These properties tell a screen reader that
 * they are rows; the grid itself has the focus and names the line that is meant.
 */
export const gridRoles = {
  grid: (options: { label: string; lineCount: number; activeId: string | undefined }) => ({
    role: 'grid',
    tabIndex: 0,
    'aria-label': options.label,
    'aria-rowcount': options.lineCount,
    'aria-activedescendant': options.activeId,
  }),
  rows: { role: 'rowgroup' },
  row: (options: { id: string; number: number; isSelected: boolean }) => ({
    role: 'row',
    id: options.id,
    'aria-rowindex': options.number,
    'aria-selected': options.isSelected,
  }),
  cell: { role: 'gridcell' },
} as const;
