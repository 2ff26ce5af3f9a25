import { canaryIndex } from '#lib/canary-index.ts';
import { sum } from '../statistics/sum.ts';
import { wilson } from '../statistics/wilson.ts';
import type { JudgedSource } from '../verdict/judged-source.ts';
import type { CauseInput } from './cause-input.ts';
import type { Fact } from './cause-rule.ts';
import { estimateText } from './share-words.ts';

/** What the version that is tried gets of the other sources together; nothing where there are none. */
export function withoutFacts({ judged, split }: CauseInput, explained: readonly JudgedSource[]): Fact[] {
  const others = judged.sources.filter((source) => !explained.includes(source));
  const index = canaryIndex(split.versions);
  const count = sum(others.map(({ versions }) => versions[index]?.count ?? 0));
  const total = sum(others.map(({ requestCount }) => requestCount));
  const estimate = wilson(count, total);
  if (estimate === undefined) return [];
  return [
    {
      label: explained.length === 1 ? 'Without it' : 'Without them',
      text: `the other sources together: ${estimateText(estimate)}`,
    },
  ];
}
