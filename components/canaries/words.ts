import type { CanaryStatus } from '#lib/contract/canaries.ts';

/** What every view of canaries says alike. */
export const words = {
  statuses: {
    mismatch: 'Mismatch',
    minor: 'Minor',
    mixed: 'Mixed',
    consistent: 'Consistent',
    insufficient: 'Too few',
  } satisfies Record<CanaryStatus, string>,
  /** `1 mismatch`, `3 consistent` */
  counted: (status: CanaryStatus, count: number) => `${count} ${words.statuses[status].toLowerCase()}`,
  rule: (route: string) => `rule ${route}`,
  configured: 'set',
  observed: 'got',
  noRequests: 'no requests',
} as const;
