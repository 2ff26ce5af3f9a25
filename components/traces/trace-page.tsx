'use client';

import dynamic from 'next/dynamic';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useTrace } from './use-trace.ts';

const TraceView = dynamic(() => import('./trace-view.tsx').then((module) => module.TraceView), {
  loading: () => <Skeleton lines={8} />,
});

/** One trace by its id. */
export function TracePage({ id }: { id: string }) {
  const query = useTrace(id);
  return (
    <div className="flex h-full min-h-0 flex-col bg-canvas">
      <QueryBoundary query={query}>{(trace) => <TraceView key={id} trace={trace} />}</QueryBoundary>
    </div>
  );
}
