import type { EnvoySplit } from './envoy-split.ts';
import { isAsConfigured } from './in-envoy/route-shares.ts';
import type { Split } from './split.ts';

/** Whether a proxy has the rule and divides requests as it is written. */
export function holdsAsConfigured(proxy: EnvoySplit, split: Split): boolean {
  return proxy.state === 'found' && isAsConfigured(proxy, split);
}

/** The shares that most of these proxies hold; undefined where none has the rule. */
export function sharesOfMost(proxies: readonly EnvoySplit[]): readonly number[] | undefined {
  const found = proxies.filter(({ state }) => state === 'found');
  const groups = Map.groupBy(found, ({ shares }) => shares.map((share) => share.toFixed(6)).join(' '));
  const [most] = [...groups.values()].sort((one, other) => other.length - one.length);
  return most?.[0]?.shares;
}
