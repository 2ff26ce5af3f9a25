import type { NamespaceItem } from '#lib/contract/namespaces.ts';

/** Rate and share of errors of all namespaces together; undefined where no namespace's is known. */
export function totalsOf(items: readonly NamespaceItem[]): {
  requestsPerSecond: number | undefined;
  errorShare: number | undefined;
} {
  let requestsPerSecond: number | undefined;
  let errorsPerSecond = 0;
  for (const item of items) {
    if (item.requestsPerSecond === undefined) continue;
    requestsPerSecond = (requestsPerSecond ?? 0) + item.requestsPerSecond;
    errorsPerSecond += item.requestsPerSecond * (item.errorShare ?? 0);
  }
  const hasRequests = requestsPerSecond !== undefined && requestsPerSecond > 0;
  return {
    requestsPerSecond,
    errorShare: hasRequests ? errorsPerSecond / (requestsPerSecond ?? 1) : undefined,
  };
}
