import { formatShareFigure } from '#lib/format-share.ts';

export const words = {
  title: 'How many requests does it take?',
  open: 'How many requests?',
  openTitle: 'How many requests it takes to tell one share from another, and how long at a rate',
  hint: 'Before a canary starts: how soon would a wrong split be noticed, and a right one be sure?',
  configured: 'Configured %',
  actual: 'In truth %',
  requestsPerSecond: 'Requests/s',
  rateMayBeLeftOut: 'any',
  notAShare: 'Between 0 and 100.',
  notARate: 'A number above 0, or nothing.',
  answer: 'Answer',
  what: 'What',
  requests: 'Requests',
  time: 'Time',
  mismatchHalf: 'Difference found, in half of all cases',
  mismatchMost: 'Difference found, in 9 of 10',
  confirmed: (delta: number) => `Share sure to ± ${formatShareFigure(delta)} points`,
  neverFound: 'never',
} as const;
