import { Split } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { type HealthStatus, healthStatuses } from '#lib/contract/health.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRate, formatRateFigure } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import type { Selection } from '../selection.ts';
import { splitWords } from '../split-words.ts';
import { matrixWords } from '../words.ts';
import { matrixSize } from './matrix-size.ts';

type MatrixCellProps = {
  place: { row: number; column: number; left: number };
  source: GraphNode;
  target: GraphNode;
  edges: readonly GraphEdge[];
  mismatches: ReadonlyMap<string, readonly string[]>;
  selectedId: string | undefined;
  isCursor: boolean;
  /** Undefined when the cell holds no call. */
  onSelect: (selection: Selection | undefined) => void;
};

const tones: Record<HealthStatus, string> = {
  failing: 'bg-mark-fail/20 text-fail',
  degraded: 'bg-mark-warn/20 text-warn',
  healthy: 'bg-mark-ok/15 text-ink',
  unknown: 'bg-sunken text-ink',
  idle: 'bg-sunken text-ink-muted',
};

/** One pair of nodes: its rate on the colour of its state. */
export function MatrixCell({
  place,
  source,
  target,
  edges,
  mismatches,
  selectedId,
  isCursor,
  onSelect,
}: MatrixCellProps) {
  const [worst] = [...edges].sort((a, b) => rank(a) - rank(b));
  const isSelected = edges.some((edge) => edge.id === selectedId);
  const callers = edges.flatMap(({ id }) => mismatches.get(id) ?? []);
  const label = worst === undefined ? undefined : [labelOf(worst), ...mismatchText(callers)].join(', ');
  return (
    <td
      aria-colindex={place.column + 2}
      aria-current={isSelected ? 'true' : undefined}
      aria-label={label && matrixWords.cell(nodeName(source), nodeName(target), label)}
      title={label && matrixWords.cell(nodeName(source), nodeName(target), label)}
      data-cell={`${place.row}-${place.column}`}
      tabIndex={isCursor ? 0 : -1}
      onClick={() => onSelect(worst && { kind: 'edge', id: worst.id })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onSelect(worst && { kind: 'edge', id: worst.id });
        }
      }}
      className={classNames(
        'figure absolute top-0 grid h-full place-items-center border-r border-b px-1 text-2xs! -outline-offset-2!',
        worst !== undefined && 'cursor-pointer',
        worst !== undefined && tones[worst.health.status],
        isSelected && 'shadow-[inset_0_0_0_2px_var(--accent)]',
      )}
      style={{ left: place.left, width: matrixSize.column }}
    >
      {worst !== undefined && (
        <span className="inline-flex items-center gap-0.5">
          {callers.length > 0 && <Split size={10} aria-hidden className="text-warn" />}
          {shortText(worst)}
        </span>
      )}
    </td>
  );
}

function mismatchText(callers: readonly string[]): string[] {
  return callers.length === 0 ? [] : [splitWords.mismatchOf([...new Set(callers)])];
}

function rank(edge: GraphEdge): number {
  return healthStatuses.indexOf(edge.health.status);
}

function shortText(edge: GraphEdge): string {
  if (edge.protocol === 'tcp') return formatBytesPerSecond(edge.bytesSentPerSecond).replace('/s', '');
  return formatRateFigure(edge.requestsPerSecond);
}

function labelOf(edge: GraphEdge): string {
  const rate =
    edge.protocol === 'tcp'
      ? formatBytesPerSecond(edge.bytesSentPerSecond)
      : formatRate(edge.requestsPerSecond);
  const errors = edge.errorShare === undefined ? '' : `, ${formatShare(edge.errorShare)} errors`;
  return `${rate}${errors}, ${healthLooks[edge.health.status].word.toLowerCase()}`;
}
