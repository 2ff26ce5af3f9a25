import type { ProxyItem } from '#lib/contract/proxies.ts';
import { isConnectionUnknown } from '#lib/proxy-status.ts';
import { words } from './words.ts';

/** The replica of istiod that a proxy is connected to, else that there is none, or that nobody could tell. */
export function connectionText(item: ProxyItem): string {
  return item.istiod ?? (isConnectionUnknown(item) ? words.connectionUnknown : words.notConnected);
}
