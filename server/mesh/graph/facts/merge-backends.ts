import type { RouteBackend } from '../route-facts.ts';

/** Each backend once, its weights added; sorted, so that the order of rules does not matter. */
export function mergeBackends(backends: readonly RouteBackend[]): readonly RouteBackend[] {
  const merged = new Map<string, RouteBackend>();
  for (const backend of backends) {
    const key = `${backend.service}|${backend.subset ?? ''}`;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? backend
        : { ...known, weight: known.weight + backend.weight, isSplit: known.isSplit || backend.isSplit },
    );
  }
  return [...merged].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, backend]) => backend);
}
