'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import { apiAddress } from '#lib/api-client.ts';

/** Where a snapshot of the chosen namespaces comes from, as long as the chosen range and ending now. */
export function useSnapshotAddress(): string {
  const { apiParameters, cluster } = useScope();
  const { namespaces, range } = apiParameters;
  return apiAddress('/api/snapshot', { cluster, namespaces, range });
}
