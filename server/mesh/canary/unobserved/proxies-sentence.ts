import { formatCount, formatQuantity } from '#lib/format-count.ts';
import { holdsAsConfigured } from '../envoy-shares.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import type { Split } from '../split.ts';

/** More of them are counted. */
const mostNamed = 3;

/** `Of 12 proxies that could be read 11 divide requests as configured; shop/checkout-1 does not.` Nothing without proxies. */
export function proxiesSentence(proxies: readonly EnvoySplit[], split: Split): string[] {
  const read = proxies.filter(({ state }) => state !== 'unanswered');
  if (read.length === 0) return [];
  const off = read.filter((proxy) => !holdsAsConfigured(proxy, split));
  const right = read.length - off.length;
  const head = `Of ${formatQuantity(read.length, 'proxy', 'proxies')} that could be read ${formatCount(right)} ${right === 1 ? 'divides' : 'divide'} requests as configured`;
  if (off.length === 0) return [`${head}.`];
  const names = [
    ...off.slice(0, mostNamed).map(({ namespace, pod }) => `${namespace}/${pod}`),
    ...(off.length > mostNamed ? [`${off.length - mostNamed} more`] : []),
  ];
  return [`${head}; ${names.join(', ')} ${off.length === 1 ? 'does' : 'do'} not.`];
}
