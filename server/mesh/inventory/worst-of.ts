import type { Health, HealthReason } from '#lib/contract/health.ts';
import { mergeHealth } from '#server/mesh/health/merge-health.ts';

/** More reasons than a card can hold help nobody; the graph has them all. */
const mostReasons = 5;

/**
 * Health of many things as one: the worst state, and why, by the things that are in that state. The same fault told by
 * several is told once.
 */
export function worstOf(parts: readonly Health[]): Health {
  const { status } = mergeHealth(parts);
  const reasons = parts.filter((part) => part.status === status).flatMap((part) => part.reasons);
  const distinct = [
    ...new Map(reasons.map((reason): [string, HealthReason] => [reason.text, reason])).values(),
  ];
  const hasFault = status === 'failing' || status === 'degraded';
  return { status, reasons: hasFault ? distinct.slice(0, mostReasons) : [] };
}
