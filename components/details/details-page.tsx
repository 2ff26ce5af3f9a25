'use client';

import { Tabs } from '#components/ui/tabs.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { TargetKind } from '#lib/target.ts';
import { detailsUrl, tabIds } from './details-state.ts';
import { detailsTabs } from './tabs.tsx';

type DetailsPageProps = { kind: TargetKind; namespace: string; name: string };

/** One workload, service or application: what it is, and a tab for each way to look at it. */
export function DetailsPage({ kind, namespace, name }: DetailsPageProps) {
  const [state, change] = useUrlState(detailsUrl);
  const target = { kind, namespace, name, ...(state.cluster === '' ? {} : { cluster: state.cluster }) };
  const tabs = tabIds.flatMap((id) => {
    const tab = detailsTabs[id];
    if (tab === undefined || !tab.kinds.includes(kind)) return [];
    return [{ id, title: tab.title, content: <tab.Content target={target} /> }];
  });
  return (
    <div className="flex h-full min-h-0 flex-col bg-canvas">
      <h1 className="px-4 py-3 text-lg font-semibold tracking-tight">{name}</h1>
      <Tabs
        label={name}
        tabs={tabs}
        current={state.tab}
        onChange={(tab) => change({ tab })}
        className="min-h-0 flex-1"
      />
    </div>
  );
}
