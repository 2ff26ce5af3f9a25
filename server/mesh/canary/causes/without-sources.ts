import { wilson } from '../statistics/wilson.ts';
import { canaryIndex } from '../verdict/canary-index.ts';
import type { JudgedSource } from '../verdict/judged-source.ts';
import type { CauseInput } from './cause-input.ts';
import type { Fact } from './cause-rule.ts';
import { estimateText } from './share-words.ts';

/** What the version that is tried gets of the other sources together; nothing where there are none. */
export function withoutFacts({ judged, split }: CauseInput, explained: readonly JudgedSource[]): Fact[] {
  const others = judged.sources.filter((source) => !explained.includes(source));
  const index = canaryIndex(split.versions);
  const count = others.reduce((sum, { versions }) => sum + (versions[index]?.count ?? 0), 0);
  const total = others.reduce((sum, { requestCount }) => sum + requestCount, 0);
  const estimate = wilson(count, total);
  if (estimate === undefined) return [];
  return [
    {
      label: explained.length === 1 ? 'Without it' : 'Without them',
      text: `the other sources together: ${estimateText(estimate)}`,
    },
  ];
}
