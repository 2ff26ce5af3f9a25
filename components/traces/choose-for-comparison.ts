import type { TracesState } from './traces-state.ts';

type Chosen = Pick<TracesState, 'a' | 'b'>;

/** Chooses a trace or takes its choice back; a third one takes the place of the second. */
export function chooseForComparison({ a, b }: Chosen, traceId: string): Chosen {
  if (traceId === a) return { a: b, b: '' };
  if (traceId === b) return { a, b: '' };
  return a === '' ? { a: traceId, b } : { a, b: traceId };
}
