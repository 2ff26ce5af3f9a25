import type { VirtualItem } from '@tanstack/react-virtual';
import { classNames } from '#components/ui/class-names.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { StatusIcon } from '../panel/neighbours-section.tsx';
import type { Selection } from '../selection.ts';
import { matrixWords } from '../words.ts';
import { matrixSize } from './matrix-size.ts';

type ColumnHeadsProps = { nodes: readonly GraphNode[]; shown: readonly VirtualItem[]; cursor: number };

/** The called nodes, upwards, staying in view while rows scroll. */
export function ColumnHeads({ nodes, shown, cursor }: ColumnHeadsProps) {
  return (
    <thead className="sticky top-0 z-20 block w-full border-b bg-surface" style={{ height: matrixSize.head }}>
      <tr aria-rowindex={1} className="block h-full">
        <th
          scope="col"
          className="sticky left-0 z-10 flex h-full items-end border-r bg-surface px-4 pb-2 text-left text-xs font-normal text-ink-muted"
          style={{ width: matrixSize.name }}
        >
          {matrixWords.corner}
        </th>
        {shown.map((column) => {
          const node = nodes[column.index];
          if (node === undefined) return null;
          return (
            <th
              key={node.id}
              scope="col"
              aria-colindex={column.index + 2}
              title={titleOf(node)}
              className={classNames(
                'absolute top-0 flex h-full items-end justify-center overflow-hidden py-2 text-left font-normal',
                cursor === column.index && 'bg-selected',
              )}
              style={{ left: column.start, width: matrixSize.column }}
            >
              <span className="flex max-h-full rotate-180 flex-col truncate [writing-mode:vertical-rl]">
                <span className="truncate">{nodeName(node)}</span>
                <span className="truncate text-2xs text-ink-muted">{node.namespace}</span>
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type RowHeadProps = { node: GraphNode; isCurrent: boolean; onSelect: (selection: Selection) => void };

/** A calling node, staying in view while columns scroll. */
export function RowHead({ node, isCurrent, onSelect }: RowHeadProps) {
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 block h-full font-normal"
      style={{ width: matrixSize.name }}
    >
      <button
        type="button"
        tabIndex={-1}
        title={titleOf(node)}
        onClick={() => onSelect({ kind: 'node', id: node.id })}
        className={classNames(
          'flex h-full w-full items-center gap-2 border-r border-b px-4 text-left hover:bg-hover',
          isCurrent ? 'bg-selected' : 'bg-surface',
        )}
      >
        <StatusIcon status={node.health.status} />
        <span className="truncate">{nodeName(node)}</span>
        <span className="min-w-0 flex-1 truncate text-right text-2xs text-ink-muted">{node.namespace}</span>
      </button>
    </th>
  );
}

function titleOf(node: GraphNode): string {
  return node.namespace === undefined ? nodeName(node) : `${nodeName(node)} in ${node.namespace}`;
}
