'use client';

import { Info, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { Trace, TraceSummary } from '#lib/contract/traces.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { compareColumns } from './compare-columns.tsx';
import { type ComparedRow, compareTraces } from './compare-traces.ts';
import { compareWords } from './compare-words.ts';

/** Both traces in short, what differs in sentences, and the table of their operations. */
export function CompareView({ a, b }: { a: Trace; b: Trace }) {
  const rows = useMemo(() => compareTraces(a.spans, b.spans), [a.spans, b.spans]);
  const onlyA = rows.filter((row) => row.b === undefined).length;
  const onlyB = rows.filter((row) => row.a === undefined).length;
  const moreMs = b.summary.durationMs - a.summary.durationMs;
  const isSame = a.summary.traceId === b.summary.traceId;
  const isOther =
    a.summary.rootOperation !== b.summary.rootOperation || a.summary.rootService !== b.summary.rootService;
  return (
    <>
      <div className="grid shrink-0 border-y bg-surface md:grid-cols-2 md:divide-x">
        <TraceInShort side="A" summary={a.summary} />
        <TraceInShort side="B" summary={b.summary} />
      </div>
      <div className="shrink-0 border-b bg-surface px-4 py-2">
        <p>
          {moreMs === 0 ? compareWords.tookSame : compareWords.took(moreMs > 0, formatMs(Math.abs(moreMs)))}{' '}
          {compareWords.summary(onlyA, onlyB)} <span className="text-ink-muted">{compareWords.note}</span>
        </p>
        {(isOther || isSame) && (
          <p className="mt-1 flex gap-1.5">
            <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0 text-warn" />
            {isSame ? compareWords.sameTrace : compareWords.differentRoots}
          </p>
        )}
        <Remarks side="A" trace={a} />
        <Remarks side="B" trace={b} />
      </div>
      <div className="min-h-80 flex-1 overflow-x-auto bg-surface">
        <div className="h-full min-w-[1040px]">
          <DataTable
            name={compareWords.rows}
            rows={rows}
            columns={compareColumns}
            rowId={rowId}
            initialSort={{ column: 'difference', isDescending: true }}
          />
        </div>
      </div>
    </>
  );
}

function Remarks({ side, trace }: { side: 'A' | 'B'; trace: Trace }) {
  return trace.remarks.map(({ code, text }) => (
    <p key={`${code} ${text}`} className="mt-1 flex gap-1.5">
      <Info size={14} aria-hidden className="mt-[3px] shrink-0 text-info" />
      {side}: {text}
    </p>
  ));
}

function TraceInShort({ side, summary }: { side: 'A' | 'B'; summary: TraceSummary }) {
  const address = useScopedAddress();
  const { zone } = useScope();
  const { traceId, rootService, rootOperation, durationMs, spanCount, errorSpanCount, startMs } = summary;
  return (
    <section aria-label={side} className="min-w-0 px-4 py-2">
      <h2 className="flex min-w-0 items-baseline gap-2">
        <span className="font-semibold">{side}</span>
        <span className="min-w-0 truncate font-medium">{rootService}</span>
        <Link href={address(`/traces/${traceId}`)} className="mono text-accent hover:underline">
          {traceId.slice(0, 8)}
        </Link>
      </h2>
      <p className="mono truncate text-ink-muted" title={rootOperation}>
        {rootOperation}
      </p>
      <p>
        {formatMs(durationMs)}, {formatQuantity(spanCount, 'span')},{' '}
        <span className={errorSpanCount > 0 ? 'text-fail' : ''}>
          {formatQuantity(errorSpanCount, 'error')}
        </span>{' '}
        <span className="mono text-ink-muted">{formatDateTime({ epochMs: startMs, zone })}</span>
      </p>
    </section>
  );
}

function rowId({ service, operation }: ComparedRow): string {
  return `${service} ${operation}`;
}
