import { formatQuantity } from '#lib/format-count.ts';

/** Sentences and heads of the comparison of two traces. */
export const compareWords = {
  title: 'Compare',
  missing: 'Two traces are needed',
  missingText: 'Choose two traces of the same operation in the list.',
  toList: 'Search traces',
  swap: 'Swap',
  rows: 'compared operations',
  service: 'Service',
  operation: 'Operation',
  structure: 'Structure',
  onlyA: 'only in A',
  onlyB: 'only in B',
  countDiffers: 'count differs',
  same: 'in both',
  countOf: (side: string) => `Spans ${side}`,
  totalOf: (side: string) => `Total ${side}`,
  errorsOf: (side: string) => `Errors ${side}`,
  difference: 'B − A',
  differentRoots: 'The traces begin with different operations, so the differences say little.',
  sameTrace: 'Both are the same trace.',
  summary: (onlyA: number, onlyB: number) => {
    const parts = [
      { count: onlyA, side: 'A' },
      { count: onlyB, side: 'B' },
    ].filter(({ count }) => count > 0);
    if (parts.length === 0) return 'Both have the same operations.';
    const texts = parts.map(({ count, side }) => `${formatQuantity(count, 'operation')} only in ${side}`);
    return `There are ${texts.join(' and ')}.`.replace('There are 1 ', 'There is 1 ');
  },
  took: (isLonger: boolean, time: string) => `B took ${time} ${isLonger ? 'longer' : 'less'}.`,
  tookSame: 'Both took the same time.',
  note: 'Totals add the durations of spans that may run side by side or within each other.',
} as const;
