'use client';

import { TriangleAlert } from 'lucide-react';
import { Tabs } from '#components/ui/tabs.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { ProxyTabId } from './proxy-state.ts';
import { proxyTabs } from './tabs.tsx';
import { words } from './words.ts';

type ProxyTabsProps = {
  target: ProxyTarget;
  /** Absent while it loads, or where it could not be read. */
  proxy: ProxyItem | undefined;
  tabs: readonly ProxyTabId[];
  current: ProxyTabId;
  onChange: (tab: ProxyTabId) => void;
};

/** The tabs of one proxy: how many items each has, and which have something refused or different. */
export function ProxyTabs({ target, proxy, tabs, current, onChange }: ProxyTabsProps) {
  const marked = new Set(proxy?.drift.flatMap(({ items }) => items.map(({ section }) => section)));
  return (
    <Tabs
      label={words.tabsOf(target.pod)}
      className="min-h-0 flex-1 max-md:min-h-[80dvh] max-md:shrink-0"
      current={current}
      onChange={onChange}
      tabs={tabs.map((id) => {
        const tab = proxyTabs[id];
        return {
          id,
          title: tab.title,
          count: proxy?.counts?.[id],
          mark: marked.has(id) && (
            <TriangleAlert size={13} aria-label={words.hasRefused} className="text-warn" />
          ),
          content: <tab.Content target={target} />,
        };
      })}
    />
  );
}
