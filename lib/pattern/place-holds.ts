import { isWord, type Place } from './pattern.ts';

/** Before the first unit and behind the last one. */
export const edge = -1;

/** What stands before a place. */
export type Neighbour = 'edge' | 'word' | 'other';

export function neighbourOf(unit: number): Neighbour {
  if (unit === edge) return 'edge';
  return isWord(unit) ? 'word' : 'other';
}

/** Whether a pattern's place is here, between what stands before and the next unit. */
export function holdsAt(place: Place, previous: Neighbour, unit: number): boolean {
  if (place === 'start') return previous === 'edge';
  if (place === 'end') return unit === edge;
  const isBoundary = (previous === 'word') !== (unit !== edge && isWord(unit));
  return place === 'boundary' ? isBoundary : !isBoundary;
}
