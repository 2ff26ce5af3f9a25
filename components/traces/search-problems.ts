import { parseMs } from './parse-ms.ts';
import { parseTags } from './parse-tags.ts';
import type { TracesState } from './traces-state.ts';
import { words } from './words.ts';

export type SearchProblems = Partial<Record<'min' | 'max' | 'tags', string>>;

/** What is wrong with a search, field by field; it is not asked while anything is. */
export function searchProblems({
  min,
  max,
  tags,
}: Pick<TracesState, 'min' | 'max' | 'tags'>): SearchProblems {
  const minMs = min === '' ? undefined : parseMs(min);
  const maxMs = max === '' ? undefined : parseMs(max);
  const answer = parseTags(tags);
  const isCrossed = minMs !== undefined && maxMs !== undefined && minMs > maxMs;
  return {
    ...(min !== '' && minMs === undefined && { min: words.notADuration(min) }),
    ...(max !== '' && maxMs === undefined && { max: words.notADuration(max) }),
    ...(isCrossed && { max: words.crossed }),
    ...('problem' in answer && { tags: answer.problem }),
  };
}
