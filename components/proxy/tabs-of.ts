import type { ProxyItem } from '#lib/contract/proxies.ts';
import { type ProxyTabId, proxyTabIds } from './proxy-state.ts';
import { proxyTabs } from './tabs.tsx';

/** The tabs that a type of proxy has. */
export function tabsOf(type: ProxyItem['type']): ProxyTabId[] {
  return proxyTabIds.filter((id) => proxyTabs[id].types.includes(type));
}

/** The tab that an address asks for, where the proxy has it, else the first. */
export function currentTab(asked: string, tabs: readonly ProxyTabId[]): ProxyTabId {
  return tabs.find((id) => id === asked) ?? tabs[0] ?? 'clusters';
}
