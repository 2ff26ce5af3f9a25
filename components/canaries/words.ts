import type { CanaryStatus } from '#lib/contract/canaries.ts';

/** What every view of canaries says alike. */
export const words = {
  statuses: {
    mismatch: 'Mismatch',
    minor: 'Minor',
    mixed: 'Mixed',
    unobserved: 'Not observed',
    consistent: 'Consistent',
    insufficient: 'Too few',
  } satisfies Record<CanaryStatus, string>,
  /** `1 mismatch`, `3 consistent` */
  counted: (status: CanaryStatus, count: number) => `${count} ${words.statuses[status].toLowerCase()}`,
  rule: (route: string) => `rule ${route}`,
  configured: 'set',
  observed: 'got',
  noRequests: 'no requests',
  notObserved: 'not observed',
  isKept: 'Is the split kept?',
  notJudged: (reason: string) => `Whether the split is kept is not known. ${reason}`,
  noWeights: 'None of its rules divides requests by weight.',
  worstFirst: 'Canaries, worst first',
  none: 'No canary runs',
  noneText: 'No rule of the namespaces in view divides requests between versions by weight.',
  openCanary: 'Split by source, over time and with proof',
} as const;
