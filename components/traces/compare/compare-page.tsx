'use client';

import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { compareUrl } from '../traces-state.ts';
import { useTrace } from '../use-trace.ts';
import { words } from '../words.ts';
import { CompareView } from './compare-view.tsx';
import { compareWords } from './compare-words.ts';

/** Two traces of the address side by side, operation by operation. */
export function ComparePage() {
  const [{ a, b }, change] = useUrlState(compareUrl);
  const address = useScopedAddress();
  const queryA = useTrace(a);
  const queryB = useTrace(b);
  const toList = (
    <Link
      href={address('/traces', { ...(a !== '' && { a }), ...(b !== '' && { b }) })}
      className="text-accent hover:underline"
    >
      {compareWords.toList}
    </Link>
  );
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-canvas">
      <div className="flex min-h-12 flex-wrap items-center gap-2 px-4">
        <Link href={address('/traces')} className="text-ink-muted hover:text-ink">
          {words.title}
        </Link>
        <span aria-hidden className="text-ink-muted">
          /
        </span>
        <h1 className="flex-1 text-lg font-semibold tracking-tight">{compareWords.title}</h1>
        {a !== '' && b !== '' && (
          <Button onClick={() => change({ a: b, b: a }, { history: 'replace' })}>{compareWords.swap}</Button>
        )}
      </div>
      {a === '' || b === '' ? (
        <EmptyState title={compareWords.missing} text={compareWords.missingText} action={toList} />
      ) : (
        <QueryBoundary query={queryA}>
          {(traceA) => (
            <QueryBoundary query={queryB}>{(traceB) => <CompareView a={traceA} b={traceB} />}</QueryBoundary>
          )}
        </QueryBoundary>
      )}
    </div>
  );
}
