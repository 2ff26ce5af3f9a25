'use client';

import { DashboardButton } from '#components/ui/dashboard-button.tsx';
import { OneClusterLine } from '#components/ui/one-cluster-line.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { emptyTable, meshUrl, tabIds } from './mesh-state.ts';
import { meshTabs } from './tabs.tsx';
import { words } from './words.ts';

/** The mesh as a whole: its control planes, what they are told, what they know and what they complain about. */
export function MeshPage() {
  const [state, change] = useUrlState(meshUrl);
  const tabs = tabIds.map((id) => {
    const { title, Content } = meshTabs[id];
    return { id, title, content: <Content /> };
  });
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex min-h-12 shrink-0 items-center justify-between px-4">
        <h1 className="text-lg font-semibold tracking-tight">{words.title}</h1>
        <DashboardButton about={{ of: 'mesh' }} />
      </div>
      <OneClusterLine />
      <Tabs
        label={words.title}
        tabs={tabs}
        current={state.tab}
        // One tab's search and order mean nothing in another.
        onChange={(tab) => change({ ...emptyTable, tab })}
        className="min-h-0 flex-1"
      />
    </div>
  );
}
