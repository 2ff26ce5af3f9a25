import { type Pattern, PatternProblem, type Place } from './pattern.ts';

/** A state waits for a unit, holds only at a place, or goes on to others at once. `match` is the end. */
export type State =
  | { kind: 'char'; test: (code: number) => boolean; next: number }
  | { kind: 'place'; place: Place; next: number }
  | { kind: 'fork'; next: number[] }
  | { kind: 'match' };

export type Machine = { states: readonly State[]; start: number };

const mostStates = 3_000;

/** Thompson's construction: a machine without back-tracking, built from its end. */
export function compilePattern(pattern: Pattern): Machine {
  const states: State[] = [{ kind: 'match' }];

  function add(state: State): number {
    if (states.length >= mostStates) throw new PatternProblem('it is too large; repeat less');
    return states.push(state) - 1;
  }

  /** Where to begin with a pattern that goes on to `next`. */
  function build(one: Pattern, next: number): number {
    if (one.kind === 'empty') return next;
    if (one.kind === 'char') return add({ kind: 'char', test: one.test, next });
    if (one.kind === 'place') return add({ kind: 'place', place: one.place, next });
    if (one.kind === 'sequence') return one.parts.reduceRight((rest, part) => build(part, rest), next);
    if (one.kind === 'choice') return add({ kind: 'fork', next: one.parts.map((part) => build(part, next)) });
    return buildRepeat(one, next);
  }

  function buildRepeat({ part, least, most }: Extract<Pattern, { kind: 'repeat' }>, next: number): number {
    let begin = next;
    if (most === undefined) {
      const loop: number[] = [next];
      begin = add({ kind: 'fork', next: loop });
      loop.push(build(part, begin));
    } else {
      for (let count = least; count < most; count++)
        begin = add({ kind: 'fork', next: [next, build(part, begin)] });
    }
    for (let count = 0; count < least; count++) begin = build(part, begin);
    return begin;
  }

  const start = build(pattern, 0);
  return { states, start };
}
