'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { LineSpan } from '#lib/contract/logs.ts';
import { formatMs } from '#lib/format-ms.ts';
import { words } from '../words.ts';

/** Spans of the same request, each a link to its trace, with how sure the join is. */
export function SpanList({ spans }: { spans: readonly LineSpan[] }) {
  const address = useScopedAddress();
  return (
    <ul className="flex flex-col gap-1.5">
      {spans.map(({ traceId, spanId, service, operation, durationMs, isError, by }) => (
        <li key={`${traceId} ${spanId}`}>
          <Link
            href={address(`/traces/${traceId}`, { span: spanId })}
            className="font-medium text-accent hover:underline wrap-anywhere"
          >
            {service}
          </Link>{' '}
          <span className="figure">{formatMs(durationMs)}</span>{' '}
          {isError && <StatusBadge status="failing" text={words.spanError} />}
          <span className="mono block truncate text-[11.5px] text-ink-muted" title={operation}>
            {operation}
          </span>
          <span className="block text-xs text-ink-muted">{words.joinedBy[by]}</span>
        </li>
      ))}
    </ul>
  );
}
