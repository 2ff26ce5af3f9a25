'use client';

import { useMemo } from 'react';
import { EdgeEvidencePanel } from '#components/graph/edge-evidence-panel.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useIsNarrow } from '#components/ui/use-media.ts';
import type { Traffic, TrafficRow } from '#lib/contract/traffic.ts';
import { formatRate } from '#lib/format-rate.ts';
import type { Target } from '#lib/target.ts';
import { RowLinks } from './row-links.tsx';
import { trafficColumns } from './traffic-columns.tsx';
import { type Direction, titleOf, words } from './words.ts';

type TrafficSectionProps = {
  direction: Direction;
  target: Target;
  traffic: Traffic;
  openEdge: string;
  onOpen: (edge: string) => void;
};

const heights = { toolbar: 44, head: 28, row: 32, narrowRow: 48, expansion: 312, most: 640 };

/** The peers in one direction; a row unfolds into codes, curve, reporters and properties. */
export function TrafficSection({ direction, target, traffic, openEdge, onOpen }: TrafficSectionProps) {
  const columns = useMemo(() => trafficColumns(direction), [direction]);
  const rows = traffic[direction];
  const requests = rows.reduce((sum, { edge }) => sum + (edge.requestsPerSecond ?? 0), 0);
  const hasProxy = traffic.node?.inMesh !== false;
  const isOpen = rows.some(({ edge }) => edge.id === openEdge);
  const { toolbar, head, expansion, most } = heights;
  const row = useIsNarrow() ? heights.narrowRow : heights.row;
  const height = toolbar + head + rows.length * row + (isOpen ? expansion : 0) + 2;
  return (
    <section aria-label={titleOf(direction, target.kind)} className="border-b bg-surface">
      <h2 className="flex items-baseline gap-2 px-4 pt-3">
        <span className="font-semibold">{titleOf(direction, target.kind)}</span>
        <span className="text-ink-muted">{words.summary(rows.length, formatRate(requests))}</span>
      </h2>
      {rows.length === 0 ? (
        <EmptyState
          isSmall
          title={hasProxy ? words.nothing[direction] : words.notCounted}
          text={hasProxy ? words.nothingText[target.kind][direction] : words.notCountedText[direction]}
        />
      ) : (
        <div style={{ height: Math.min(height, isOpen ? most + expansion : most) }}>
          <DataTable
            name={`${direction} peers`}
            rows={rows}
            columns={columns}
            rowId={rowId}
            initialSort={{ column: 'rate', isDescending: true }}
            selectedId={openEdge}
            onRowClick={({ edge }) => onOpen(edge.id === openEdge ? '' : edge.id)}
            expansion={{
              openId: openEdge,
              height: expansion,
              content: (opened) => (
                <>
                  <RowLinks row={opened} direction={direction} target={target} picture={traffic.picture} />
                  <EdgeEvidencePanel edge={opened.edge} picture={traffic.picture} />
                </>
              ),
            }}
          />
        </div>
      )}
    </section>
  );
}

function rowId({ edge }: TrafficRow): string {
  return edge.id;
}
