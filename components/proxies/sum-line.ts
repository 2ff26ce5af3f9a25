import type { ProxyItem } from '#lib/contract/proxies.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { proxyStatus } from '#lib/proxy-status.ts';

/** `26 proxies, 1 failing, 2 degraded` */
export function sumLine(items: readonly ProxyItem[]): string {
  const counts = (['failing', 'degraded', 'unknown'] as const).flatMap((status) => {
    const count = items.filter((item) => proxyStatus(item) === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  return [formatQuantity(items.length, 'proxy', 'proxies'), ...counts].join(', ');
}
