'use client';

import { useStatus } from '#components/ui/scope/use-status.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { compareUrl, freshTab } from './compare-state.ts';
import { GraphTab } from './graph/graph-tab.tsx';
import { NoBefore } from './no-before.tsx';
import { ObjectsTab } from './objects/objects-tab.tsx';
import { ProxiesTab } from './proxies/proxies-tab.tsx';
import { words } from './words.ts';

/** What changed since an earlier snapshot: graph, objects and the configuration of proxies. */
export function ComparePage() {
  const status = useStatus().data?.data;
  const [{ tab }, change] = useUrlState(compareUrl);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-12 shrink-0 items-center px-4">
        <h1 className="text-lg font-semibold tracking-tight">{words.title}</h1>
      </div>
      {status === undefined && <Skeleton lines={8} />}
      {status !== undefined && status.before === undefined && <NoBefore />}
      {status?.before !== undefined && (
        <Tabs
          label={words.tabs}
          className="flex-1"
          current={tab}
          onChange={(chosen) => change({ ...freshTab, tab: chosen })}
          tabs={[
            { id: 'graph', title: words.graph, content: <GraphTab /> },
            { id: 'objects', title: words.objects, content: <ObjectsTab /> },
            { id: 'proxies', title: words.proxies, content: <ProxiesTab /> },
          ]}
        />
      )}
    </div>
  );
}
