import { clockOf } from './clock-of.ts';
import type { PlacedSpan } from './order-spans.ts';
import type { SpanNode } from './span-forest.ts';

/** Proxies finish spans a little after the answer left, so that receivers overhang their callers without any skew. */
const toleratedMs = 1;

/** How far a clock may be set against its caller's so that all of its spans lie inside; milliseconds to add. */
type Bounds = { earliest: number; latest: number };

/**
 * By how much each clock is wrong against that of the trace's first span, in milliseconds to be added; clocks that agree
 * are absent. Told from calls between two clocks: a receiver's span must lie inside its caller's. Where all of them can
 * be made to, the middle is taken, as if both ways over the network took equally long; else their beginnings are joined.
 */
export function clockSkews(ordered: readonly PlacedSpan[]): ReadonlyMap<string, number> {
  const boundsByPair = new Map<string, { caller: string; clock: string; bounds: Bounds }>();
  for (const { node } of ordered) {
    const pair = callBetweenClocks(node);
    if (pair === undefined) continue;
    const key = JSON.stringify([pair.caller, pair.clock]);
    const known = boundsByPair.get(key);
    if (known === undefined) boundsByPair.set(key, pair);
    else known.bounds = narrowed(known.bounds, pair.bounds);
  }
  const skews = new Map<string, number>();
  // Pairs come in the order of the spans, so that a caller's clock is settled before those that it calls.
  for (const { caller, clock, bounds } of boundsByPair.values()) {
    const ofCaller = skews.get(caller) ?? 0;
    skews.set(caller, ofCaller);
    if (!skews.has(clock)) skews.set(clock, ofCaller + correction(bounds));
  }
  return new Map([...skews].filter(([, skew]) => skew !== 0));
}

/** Whether a receiver's span lies outside its caller's by more than proxies' habits explain. */
export function isOutsideCaller(node: SpanNode): boolean {
  const call = callBetweenClocks(node);
  return call !== undefined && correction(call.bounds) !== 0;
}

function callBetweenClocks({ span, parent }: SpanNode) {
  if (parent === undefined || parent.span.kind !== 'client' || span.kind !== 'server') return undefined;
  const caller = clockOf(parent.span);
  const clock = clockOf(span);
  if (caller === clock) return undefined;
  const parentEnd = parent.span.startMs + parent.span.durationMs;
  const end = span.startMs + span.durationMs;
  return {
    caller,
    clock,
    bounds: {
      earliest: parent.span.startMs - span.startMs,
      // A caller that gave up does not wait for the receiver's end.
      latest: gaveUp(parent) ? parentEnd - span.startMs : parentEnd - end,
    },
  };
}

function gaveUp({ span }: SpanNode): boolean {
  const flags = span.attributes.response_flags ?? '-';
  return span.isError || span.attributes.canceled === 'true' || (flags !== '-' && flags !== '');
}

function narrowed(one: Bounds, other: Bounds): Bounds {
  return {
    earliest: Math.max(one.earliest, other.earliest),
    latest: Math.min(one.latest, other.latest),
  };
}

function correction({ earliest, latest }: Bounds): number {
  if (earliest <= toleratedMs && latest >= -toleratedMs) return 0;
  return earliest <= latest ? (earliest + latest) / 2 : earliest;
}
