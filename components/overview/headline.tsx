'use client';

import { useWarnings } from '#components/ui/scope/use-warnings.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { WarningLine } from '#components/ui/warning-line.tsx';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { namespaceStatus } from '#lib/namespace-status.ts';
import { rankLatency } from './rank-latency.ts';
import { totalsOf } from './totals.ts';
import type { OverviewGraphQuery } from './use-overview-graph.ts';

const counted = [
  { status: 'failing', word: 'failing' },
  { status: 'degraded', word: 'degraded' },
  { status: 'healthy', word: 'healthy' },
  { status: 'unknown', word: 'unknown' },
  { status: 'idle', word: 'idle' },
  { status: 'notInMesh', word: 'not in mesh' },
] as const;

type HeadlineProps = { items: readonly NamespaceItem[]; graph: OverviewGraphQuery };

/** The mesh in one line: how much, how well, how fast, and how many namespaces are in which state. */
export function Headline({ items, graph }: HeadlineProps) {
  const totals = totalsOf(items);
  const slowest = graph.data === undefined ? undefined : rankLatency(graph.data.data, 1)[0];
  const counts = counted
    .map((entry) => ({
      ...entry,
      count: items.filter((item) => namespaceStatus(item) === entry.status).length,
    }))
    .filter((entry) => entry.count > 0);
  const warnings = useWarnings();
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1 px-3 pb-3 text-sm md:px-4">
      <Figure
        value={formatRateFigure(totals.requestsPerSecond)}
        unit="req/s"
        title="Requests that arrive in the namespaces in view"
      />
      <Figure value={formatShareFigure(totals.errorShare)} unit="% errors" />
      <Figure
        value={formatMsFigure(slowest?.p95)}
        unit="ms slowest p95"
        title="The largest 95th percentile of any call in view"
      />
      {counts.length > 0 && <span aria-hidden className="h-5 w-px bg-border max-md:hidden" />}
      {counts.map((entry, index) => (
        <StatusBadge
          key={entry.status}
          status={entry.status}
          text={`${entry.count} ${index === 0 ? (entry.count === 1 ? 'namespace ' : 'namespaces ') : ''}${entry.word}`}
        />
      ))}
      <span className="flex-1" />
      <WarningLine warnings={warnings} />
    </div>
  );
}

function Figure({ value, unit, title }: { value: string; unit: string; title?: string }) {
  return (
    <span title={title} className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span className="mono text-lg tracking-tighter">{value}</span> {unit}
    </span>
  );
}
