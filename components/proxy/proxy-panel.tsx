'use client';

import { Hexagon } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useProxy } from '#components/ui/scope/use-proxy.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { targetPath } from '#lib/target.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { ProxyPicker } from './head/proxy-picker.tsx';
import { ProxyState } from './head/proxy-state-line.tsx';
import { proxyOfWorkloadUrl } from './proxy-state.ts';
import { ProxyTabs } from './proxy-tabs.tsx';
import { currentTab, tabsOf } from './tabs-of.ts';
import { useNamespaceProxies } from './use-namespace-proxies.ts';
import { useOpenTab } from './use-open-tab.ts';
import { TabPlaceContext } from './use-tab-address.ts';
import { words } from './words.ts';

/** The proxies of a workload's pods, one at a time, as a tab of the workload's page. */
export function ProxyPanel({ target }: TargetTabProps) {
  const query = useNamespaceProxies(target.namespace);
  const ofWorkload = ({ items }: { items: readonly ProxyItem[] }) =>
    items.filter(({ workload }) => workload?.name === target.name);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary
        query={query}
        isEmpty={(data) => ofWorkload(data).length === 0}
        empty={<EmptyState icon={Hexagon} title={words.noProxies} text={words.noProxiesText} />}
      >
        {(data) => <OneOf target={target} proxies={ofWorkload(data)} />}
      </QueryBoundary>
    </div>
  );
}

function OneOf({ target, proxies }: TargetTabProps & { proxies: readonly ProxyItem[] }) {
  const [{ pod, view }, change] = useUrlState(proxyOfWorkloadUrl);
  const chosen = proxies.find((proxy) => proxy.pod === pod) ?? proxies[0];
  const chosenPod = chosen?.pod ?? '';
  const { namespace, cluster } = target;
  const proxyTarget = useMemo(
    () => ({ namespace, pod: chosenPod, ...(cluster === undefined ? {} : { cluster }) }),
    [namespace, chosenPod, cluster],
  );
  const query = useProxy(proxyTarget);
  const tabs = tabsOf(chosen?.type ?? 'unknown');
  const current = currentTab(view, tabs);
  const openTab = useOpenTab('view');
  const place = useMemo(
    () => (tab: string, at: { pod: string }) => ({
      path: targetPath(target),
      parameters: { tab: 'proxy', pod: at.pod, view: tab },
    }),
    [target],
  );
  return (
    <TabPlaceContext value={place}>
      <ProxyPicker
        target={proxyTarget}
        proxies={proxies}
        tab={current}
        onChange={(next) => change({ pod: next })}
      />
      <QueryBoundary query={query} isSmall loading={<div className="h-8 shrink-0" />}>
        {(proxy) => <ProxyState target={proxyTarget} proxy={proxy} isOfWorkload />}
      </QueryBoundary>
      <ProxyTabs
        key={chosenPod}
        target={proxyTarget}
        proxy={query.data?.data}
        tabs={tabs}
        current={current}
        onChange={openTab}
      />
    </TabPlaceContext>
  );
}
