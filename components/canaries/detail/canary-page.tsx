'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { ApiError } from '#lib/api-client.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { CanaryContent } from './canary-content.tsx';
import { MissingCanary } from './missing-canary.tsx';
import { useCanary } from './use-canary.ts';

type CanaryPageProps = {
  /** Its kind as addresses write it, in small letters. */
  object: ObjectReference;
  route: string;
};

/** One weighted rule: is the split what is configured, and is the new version as good? */
export function CanaryPage({ object, route }: CanaryPageProps) {
  const query = useCanary({ object, route });
  const { error } = query;
  if (query.data === undefined && error instanceof ApiError && error.code === 'not_found')
    return <MissingCanary detail={error.detail} />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary query={query}>{(detail) => <CanaryContent detail={detail} />}</QueryBoundary>
    </div>
  );
}
