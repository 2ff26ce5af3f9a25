import type { PlacedSpan } from './order-spans.ts';

/** At most so many spans, those of the least depth, in their order. No span is left without its parent. */
export function shallowest(ordered: readonly PlacedSpan[], most: number): readonly PlacedSpan[] {
  if (ordered.length <= most) return ordered;
  const counts: number[] = [];
  for (const { depth } of ordered) counts[depth] = (counts[depth] ?? 0) + 1;
  let whole = 0;
  let room = most;
  while ((counts[whole] ?? 0) <= room) {
    room -= counts[whole] ?? 0;
    whole++;
  }
  return ordered.filter(({ depth }) => depth < whole || (depth === whole && room-- > 0));
}
