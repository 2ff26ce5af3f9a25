import { type Health, type HealthStatus, healthStatuses } from '#lib/contract/health.ts';

/** The worse of two states, in the contract's order. */
export function worseStatus(one: HealthStatus, other: HealthStatus): HealthStatus {
  return healthStatuses.indexOf(one) <= healthStatuses.indexOf(other) ? one : other;
}

/**
 * One health out of several: the worst state wins, so idle and unknown parts never hide what the others say, and
 * healthy ones never hide a fault. All faults keep their reasons, worst first; the reason of an unknown part stays only
 * where nothing better is known. Nothing at all is unknown.
 */
export function mergeHealth(parts: readonly Health[]): Health {
  const status = parts
    .map((part) => part.status)
    .reduce<HealthStatus | undefined>(
      (worst, next) => (worst === undefined ? next : worseStatus(worst, next)),
      undefined,
    );
  if (status === undefined) return { status: 'unknown', reasons: [] };
  const kept: readonly HealthStatus[] = status === 'unknown' ? ['unknown'] : ['failing', 'degraded'];
  const reasons = kept.flatMap((state) =>
    parts.filter((part) => part.status === state).flatMap((part) => part.reasons),
  );
  return { status, reasons: status === 'healthy' || status === 'idle' ? [] : reasons };
}
