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
} as const;
