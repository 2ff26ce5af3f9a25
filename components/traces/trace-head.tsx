'use client';

import { ExternalLink, Info, Share2 } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { Trace } from '#lib/contract/traces.ts';
import { formatCount, formatQuantity } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { findOfTrace } from './find-of-trace.ts';
import { traceWords } from './trace-words.ts';
import { words } from './words.ts';

/** What the trace is: its root, its size, what is odd about it, and where else it can be seen. */
export function TraceHead({ trace }: { trace: Trace }) {
  const { zone } = useScope();
  const address = useScopedAddress();
  const { summary, remarks, link } = trace;
  const onGraph = findOfTrace(trace.spans);
  return (
    <header className="shrink-0 px-4 pt-2.5 pb-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={address('/traces')} className="text-ink-muted hover:text-ink">
          {words.title}
        </Link>
        <span aria-hidden className="text-ink-muted">
          /
        </span>
        <h1
          className="min-w-0 flex-1 truncate text-lg font-semibold tracking-tight"
          title={summary.rootOperation}
        >
          {summary.rootService}{' '}
          <span className="mono text-base font-normal text-ink-muted">{summary.rootOperation}</span>
        </h1>
        {onGraph !== undefined && (
          <HeadLink
            href={address('/graph', { find: onGraph.find, namespaces: onGraph.namespaces.join(',') })}
            title={onGraph.isCut ? traceWords.cutGraph : undefined}
          >
            <Share2 size={14} aria-hidden /> {traceWords.showOnGraph}
          </HeadLink>
        )}
        {link !== undefined && (
          <a href={link} target="_blank" rel="noreferrer" className={linkClass}>
            <ExternalLink size={14} aria-hidden /> {traceWords.inStore}
          </a>
        )}
      </div>
      <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5">
        <Fact title={words.duration}>{formatMs(summary.durationMs)}</Fact>
        <Fact title={traceWords.start}>
          <span className="mono">{formatDateTime({ epochMs: summary.startMs, zone })}</span>
        </Fact>
        <Fact title={traceWords.spans}>{formatCount(summary.spanCount)}</Fact>
        <Fact title={traceWords.services}>{formatCount(summary.services.length)}</Fact>
        <Fact title={traceWords.errors}>
          {summary.errorSpanCount === 0 ? (
            traceWords.none
          ) : (
            <span className="text-fail">{formatQuantity(summary.errorSpanCount, 'span')}</span>
          )}
        </Fact>
        <Fact title={traceWords.id}>
          <span className="mono inline-flex max-w-full items-center gap-1">
            <span className="truncate">{summary.traceId}</span>
            <CopyButton text={summary.traceId} label="the trace id" />
          </span>
        </Fact>
      </dl>
      {remarks.map(({ code, text }) => (
        <p key={`${code} ${text}`} className="mt-1 flex gap-1.5">
          <Info size={14} aria-hidden className="mt-[3px] shrink-0 text-info" />
          {text}
        </p>
      ))}
    </header>
  );
}

const linkClass =
  'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-md border bg-surface px-2 text-sm font-medium hover:bg-hover';

function HeadLink({
  href,
  title,
  children,
}: {
  href: string;
  title: string | undefined;
  children: ReactNode;
}) {
  return (
    <Link href={href} title={title} className={linkClass}>
      {children}
    </Link>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex h-5 min-w-0 items-center gap-1.5">
      <dt className="text-ink-muted">{title}</dt>
      <dd className="min-w-0 font-medium">{children}</dd>
    </div>
  );
}
