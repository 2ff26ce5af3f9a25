export const words = {
  now: 'Now',
  nowHint: 'As the replicas of istiod have them at this moment, all together.',
  noFigures: 'No replica of istiod gave its metrics.',
  history: 'Over time',
  noHistory: 'No chart.',
  notThere: '–',
  notThereText: 'istiod has no such metric, or never counted it.',
} as const;
