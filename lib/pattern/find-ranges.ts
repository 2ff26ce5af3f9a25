import type { Machine } from './compile-pattern.ts';
import { edge, holdsAt, neighbourOf } from './place-holds.ts';

/** UTF-16 units of a text, from `start` up to but without `end`. */
export type TextRange = { start: number; end: number };

/**
 * The matches of a text from left to right, without overlaps and empty ones: each begins as early as it can and is as
 * long as it can be. All ways are followed at once, each remembering where it began, so no pattern needs long.
 */
export function findRanges(machine: Machine, text: string, most: number): TextRange[] {
  const ranges: TextRange[] = [];
  let from = 0;
  while (from <= text.length && ranges.length < most) {
    const match = firstMatch(machine, text, from);
    if (match === undefined) break;
    if (match.end > match.start) ranges.push(match);
    from = Math.max(match.end, match.start + 1);
  }
  return ranges;
}

function firstMatch({ states, start }: Machine, text: string, from: number): TextRange | undefined {
  let match: TextRange | undefined;
  /** States that wait for the next unit, each with the earliest place where a way to it began. */
  let waiting = new Map<number, number>();
  for (let index = from; index <= text.length; index++) {
    const unit = index === text.length ? edge : text.charCodeAt(index);
    const previous = neighbourOf(index === 0 ? edge : text.charCodeAt(index - 1));
    if (match === undefined && !waiting.has(start)) waiting.set(start, index);
    // The earliest come first, so that a state is reached by the earliest way to it.
    const open = [...waiting].sort((a, b) => b[1] - a[1]);
    const seen = new Set<number>();
    waiting = new Map();
    for (let way = open.pop(); way !== undefined; way = open.pop()) {
      const [at, began] = way;
      const state = states[at];
      if (state === undefined || seen.has(at) || (match !== undefined && began > match.start)) continue;
      seen.add(at);
      if (state.kind === 'match') match = { start: began, end: index };
      else if (state.kind === 'fork') for (const next of state.next) open.push([next, began]);
      else if (state.kind === 'place') {
        if (holdsAt(state.place, previous, unit)) open.push([state.next, began]);
      } else if (unit !== edge && state.test(unit)) {
        const known = waiting.get(state.next);
        if (known === undefined || known > began) waiting.set(state.next, began);
      }
    }
    if (match !== undefined && waiting.size === 0) break;
  }
  return match;
}
