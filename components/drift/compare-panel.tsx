'use client';

import { useMutation } from '@tanstack/react-query';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { fetchAnswer } from '#lib/api-client.ts';
import { comparisonSchema } from '#lib/contract/drift.ts';
import { type ProxyTabProps, proxyRoute } from '#lib/proxy-target.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { comparisonUrl } from './comparison-state.ts';
import { FileChoice } from './file-choice.tsx';
import { PodChoice } from './pod-choice.tsx';
import { usePodComparison } from './use-comparison.ts';
import { words } from './words.ts';

/** A proxy against another pod, or against a dump of its own that was saved before. */
export function ComparePanel({ target }: ProxyTabProps) {
  const [state, change] = useUrlState(comparisonUrl);
  const pods = usePodComparison(target, state.with);
  const file = useMutation({
    mutationFn: (chosen: File) =>
      fetchAnswer({
        path: proxyRoute(target, 'compare'),
        parameters: { cluster: target.cluster },
        schema: comparisonSchema,
        body: chosen,
      }),
  });
  const handlePod = (pod: string) => {
    file.reset();
    change({ with: pod });
  };
  const handleFile = (chosen: File) => {
    change({ with: '' });
    file.mutate(chosen);
  };
  return (
    <div className="h-full min-h-0 overflow-y-auto pb-6">
      <div className="flex flex-wrap items-center gap-2 px-4 py-2">
        <PodChoice target={target} chosen={state.with} onChange={handlePod} />
        <FileChoice file={file.variables?.name} isBusy={file.isPending} onChange={handleFile} />
      </div>
      {file.isPending && <Skeleton lines={6} />}
      {file.error !== null && (
        <ErrorState
          error={file.error}
          onRetry={() => file.variables !== undefined && file.mutate(file.variables)}
          isSmall
        />
      )}
      {file.data !== undefined && (
        <ComparisonPanel
          comparison={{ ...file.data.data, left: file.variables?.name ?? file.data.data.left }}
        />
      )}
      {file.isIdle && state.with === '' && (
        <EmptyState title={words.chooseTitle} text={`${words.chooseText} ${words.earlierText}`} />
      )}
      {file.isIdle && state.with !== '' && (
        <QueryBoundary query={pods} isSmall>
          {(data) => <ComparisonPanel comparison={data} />}
        </QueryBoundary>
      )}
    </div>
  );
}
