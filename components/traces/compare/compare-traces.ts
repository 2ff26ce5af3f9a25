import type { TraceSpan } from '#lib/contract/traces.ts';

/** What one trace spent on one operation of a service. */
type Side = { count: number; totalMs: number; errorCount: number };

/** One operation of a service in both traces; a side without it is absent. */
export type ComparedRow = {
  service: string;
  operation: string;
  a: Side | undefined;
  b: Side | undefined;
  /** Milliseconds that B took more; negative where it took less. */
  differenceMs: number;
};

type ComparedSpan = Pick<TraceSpan, 'service' | 'operation' | 'durationMs' | 'isError'>;

/** Both traces by service and operation, the largest difference in time first. */
export function compareTraces(a: readonly ComparedSpan[], b: readonly ComparedSpan[]): ComparedRow[] {
  const sidesA = sidesOf(a);
  const sidesB = sidesOf(b);
  const keys = new Map(
    [...sidesA, ...sidesB].map(([key, { service, operation }]) => [key, { service, operation }]),
  );
  return [...keys]
    .map(([key, named]) => {
      const sideA = sidesA.get(key)?.side;
      const sideB = sidesB.get(key)?.side;
      return { ...named, a: sideA, b: sideB, differenceMs: (sideB?.totalMs ?? 0) - (sideA?.totalMs ?? 0) };
    })
    .sort((one, other) => Math.abs(other.differenceMs) - Math.abs(one.differenceMs));
}

function sidesOf(spans: readonly ComparedSpan[]) {
  const sides = new Map<string, { service: string; operation: string; side: Side }>();
  for (const { service, operation, durationMs, isError } of spans) {
    const key = JSON.stringify([service, operation]);
    const known = sides.get(key) ?? { service, operation, side: { count: 0, totalMs: 0, errorCount: 0 } };
    known.side.count += 1;
    known.side.totalMs += durationMs;
    known.side.errorCount += isError ? 1 : 0;
    sides.set(key, known);
  }
  return sides;
}
