'use client';

import { useMemo } from 'react';
import { useProxy } from '#components/ui/scope/use-proxy.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { ApiError } from '#lib/api-client.ts';
import { ProxyHead } from './head/proxy-head.tsx';
import { MissingProxy } from './missing-proxy.tsx';
import { proxyUrl } from './proxy-state.ts';
import { ProxyTabs } from './proxy-tabs.tsx';
import { currentTab, tabsOf } from './tabs-of.ts';
import { useOpenTab } from './use-open-tab.ts';
import { useTabShortcuts } from './use-tab-shortcuts.ts';

/** One proxy: who it is, whether it has what istiod has, and a tab for each part of its configuration. */
export function ProxyPage({ namespace, pod }: { namespace: string; pod: string }) {
  const [{ tab }] = useUrlState(proxyUrl);
  const { cluster } = useScope();
  const target = useMemo(
    () => ({ namespace, pod, ...(cluster === undefined ? {} : { cluster }) }),
    [namespace, pod, cluster],
  );
  const query = useProxy(target);
  const proxy = query.data?.data;
  // An address that names a tab need not wait for the proxy's type, which may take as long as a silent proxy.
  const tabs = tabsOf(proxy?.type ?? (tab === 'ztunnel' ? 'ztunnel' : 'unknown'));
  const isKnown = proxy !== undefined || query.error !== null || tab !== '';
  const current = currentTab(tab, tabs);
  const openTab = useOpenTab('tab');
  useTabShortcuts({ tabs, onChange: openTab });
  const { error } = query;
  if (proxy === undefined && error instanceof ApiError && error.code === 'not_found')
    return <MissingProxy target={target} detail={error.detail} />;
  return (
    <div className="flex h-full min-h-0 flex-col max-md:overflow-y-auto">
      <ProxyHead target={target} query={query} tab={current} tabs={tabs} />
      {isKnown ? (
        <ProxyTabs target={target} proxy={proxy} tabs={tabs} current={current} onChange={openTab} />
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}
