import type { Machine } from './compile-pattern.ts';
import { edge, holdsAt, type Neighbour, neighbourOf } from './place-holds.ts';

/** Sets of states that are remembered, each with where every unit leads; then it is begun anew. */
const mostSets = 2_000;
const mostUnits = 512;

type Known = {
  waiting: readonly number[];
  previous: Neighbour;
  byUnit: Map<number, Known | 'match'>;
};

/**
 * Looks for a match anywhere in a text, in time linear in its length whatever the pattern: all states are followed at
 * once, and the sets of them that occur are remembered, so that most units cost one look-up.
 */
export function searchMachine({ states, start }: Machine): (text: string) => boolean {
  let sets = new Map<string, Known>();
  const first = known([start], 'edge');

  function known(waiting: readonly number[], previous: Neighbour): Known {
    const key = `${previous}${waiting.join(',')}`;
    const found = sets.get(key);
    if (found !== undefined) return found;
    if (sets.size >= mostSets) {
      sets = new Map();
      first.byUnit.clear();
    }
    const made = { waiting, previous, byUnit: new Map() };
    sets.set(key, made);
    return made;
  }

  /** Follows what needs no unit, then takes the unit. */
  function step({ waiting, previous }: Known, unit: number): Known | 'match' {
    const seen = new Set<number>();
    const next = new Set<number>([start]);
    const open = [...waiting];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const state = states[at];
      if (state === undefined || seen.has(at)) continue;
      seen.add(at);
      if (state.kind === 'match') return 'match';
      if (state.kind === 'fork') open.push(...state.next);
      else if (state.kind === 'place') {
        if (holdsAt(state.place, previous, unit)) open.push(state.next);
      } else if (unit !== edge && state.test(unit)) next.add(state.next);
    }
    return known(
      [...next].sort((a, b) => a - b),
      neighbourOf(unit),
    );
  }

  function follow(from: Known, unit: number): Known | 'match' {
    const remembered = from.byUnit.get(unit);
    if (remembered !== undefined) return remembered;
    const made = step(from, unit);
    if (from.byUnit.size < mostUnits) from.byUnit.set(unit, made);
    return made;
  }

  return (text) => {
    let at: Known | 'match' = first;
    for (let index = 0; index < text.length; index++) {
      at = follow(at, text.charCodeAt(index));
      if (at === 'match') return true;
    }
    return follow(at, edge) === 'match';
  };
}
