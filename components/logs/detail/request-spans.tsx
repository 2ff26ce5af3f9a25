'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { requestTraceSchema } from '#lib/contract/logs.ts';
import type { Target } from '#lib/target.ts';
import { words } from '../words.ts';
import { SpanList } from './span-list.tsx';

type RequestSpansProps = { requestId: string; atMs: number; target: Target };

/** The spans of a line that came without: followed lines, and those of requests that the joined traces left out. */
export function RequestSpans({ requestId, atMs, target }: RequestSpansProps) {
  const { kind, namespace, name } = target;
  const query = useAnswer({
    path: `/api/traces/by-request/${encodeURIComponent(requestId)}`,
    parameters: { around: String(atMs), kind, namespace, name },
    schema: requestTraceSchema,
  });
  return (
    <QueryBoundary query={query} isSmall showsWarnings={false}>
      {({ spans }, { warnings }) => (
        <>
          {spans.length > 0 && <SpanList spans={spans} />}
          {spans.length === 0 && warnings.length === 0 && <p className="text-ink-muted">{words.noSpans}</p>}
          {warnings.map(({ code, message }) => (
            <p key={code} className="text-ink-muted">
              {message}
            </p>
          ))}
        </>
      )}
    </QueryBoundary>
  );
}
