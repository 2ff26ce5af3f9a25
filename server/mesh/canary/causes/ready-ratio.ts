import type { Split } from '../split.ts';

/**
 * Shares that a Service without any route makes: each ready pod gets as much. Undefined where the versions are of several
 * Services, which a caller without the route would not reach by one name, or where no pod is ready.
 */
export function readyRatio({ versions }: Pick<Split, 'versions'>): number[] | undefined {
  if (new Set(versions.map(({ host }) => host)).size > 1) return undefined;
  const ready = versions.map(({ endpoints }) => endpoints?.ready ?? 0);
  const sum = ready.reduce((total, count) => total + count, 0);
  return sum === 0 ? undefined : ready.map((count) => count / sum);
}
