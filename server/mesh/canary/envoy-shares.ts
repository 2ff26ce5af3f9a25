import type { EnvoySplit } from './envoy-split.ts';
import type { Split } from './split.ts';

/** Weights are whole numbers, so shares that are the same differ by rounding alone. */
const tolerance = 1e-6;

/** Whether a proxy divides requests as the rule says. */
export function isAsConfigured({ state, shares, others }: EnvoySplit, { versions }: Split): boolean {
  return (
    state === 'found' &&
    others.every(({ share }) => share <= tolerance) &&
    versions.every(({ share }, version) => Math.abs((shares[version] ?? 0) - share) <= tolerance)
  );
}

/** The shares that most of these proxies hold; undefined where none has the rule. */
export function sharesOfMost(proxies: readonly EnvoySplit[]): readonly number[] | undefined {
  const found = proxies.filter(({ state }) => state === 'found');
  const groups = Map.groupBy(found, ({ shares }) => shares.map((share) => share.toFixed(6)).join(' '));
  const [most] = [...groups.values()].sort((one, other) => other.length - one.length);
  return most?.[0]?.shares;
}
