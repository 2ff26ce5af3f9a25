'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import { graphMatrix } from '#lib/graph/graph-matrix.ts';
import type { Selection } from '../selection.ts';
import { matrixWords } from '../words.ts';
import { MatrixCell } from './matrix-cell.tsx';
import { ColumnHeads, RowHead } from './matrix-heads.tsx';
import { matrixSize } from './matrix-size.ts';
import { moveInMatrix } from './move-in-matrix.ts';

type GraphMatrixProps = {
  graph: Graph;
  /** Callers that do not split as configured, by edge. */
  mismatches: ReadonlyMap<string, readonly string[]>;
  selection: Selection | undefined;
  onSelect: (selection: Selection) => void;
};

/** Rows call columns. Only the cells in view are drawn; arrow keys move, Enter selects. */
export function GraphMatrix({ graph, mismatches, selection, onSelect }: GraphMatrixProps) {
  const matrix = useMemo(() => graphMatrix(graph), [graph]);
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const scrolled = { getScrollElement: () => scroller.current, overscan: 4 };
  const rows = useVirtualizer({
    ...scrolled,
    count: matrix.rows.length,
    estimateSize: () => matrixSize.row,
    paddingStart: matrixSize.head,
    scrollPaddingStart: matrixSize.head,
  });
  const columns = useVirtualizer({
    ...scrolled,
    horizontal: true,
    count: matrix.columns.length,
    estimateSize: () => matrixSize.column,
    paddingStart: matrixSize.name,
    scrollPaddingStart: matrixSize.name,
  });

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = moveInMatrix(event.key, {
      cursor,
      rows: matrix.rows.length,
      columns: matrix.columns.length,
    });
    if (next === undefined) return;
    event.preventDefault();
    setCursor(next);
    rows.scrollToIndex(next.row);
    columns.scrollToIndex(next.column);
    // The cell may be drawn only after the scroll.
    window.requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus(),
    );
  };
  const shownColumns = columns.getVirtualItems();

  return (
    <div ref={scroller} className="h-full overflow-auto bg-surface">
      <table
        aria-label={matrixWords.label}
        aria-rowcount={matrix.rows.length + 1}
        aria-colcount={matrix.columns.length + 1}
        className="relative block"
        style={{ height: rows.getTotalSize(), width: columns.getTotalSize() }}
      >
        <ColumnHeads nodes={matrix.columns} shown={shownColumns} cursor={cursor.column} />
        <tbody className="contents">
          {rows.getVirtualItems().map((row) => {
            const source = matrix.rows[row.index];
            if (source === undefined) return null;
            return (
              <tr
                key={source.id}
                aria-rowindex={row.index + 2}
                onKeyDown={handleKeyDown}
                className="absolute left-0 block w-full"
                style={{ top: row.start, height: matrixSize.row }}
              >
                <RowHead node={source} isCurrent={cursor.row === row.index} onSelect={onSelect} />
                {shownColumns.map((column) => {
                  const target = matrix.columns[column.index];
                  if (target === undefined) return null;
                  const isCursor = cursor.row === row.index && cursor.column === column.index;
                  return (
                    <MatrixCell
                      key={target.id}
                      place={{ row: row.index, column: column.index, left: column.start }}
                      source={source}
                      target={target}
                      edges={matrix.edges(source.id, target.id)}
                      mismatches={mismatches}
                      selectedId={selection?.kind === 'edge' ? selection.id : undefined}
                      isCursor={isCursor}
                      onSelect={(chosen) => {
                        setCursor({ row: row.index, column: column.index });
                        if (chosen !== undefined) onSelect(chosen);
                      }}
                    />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
