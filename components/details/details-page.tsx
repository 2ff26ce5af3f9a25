'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import { Tabs } from '#components/ui/tabs.tsx';
import { useMedia } from '#components/ui/use-media.ts';
import { useStored } from '#components/ui/use-stored.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { ApiError } from '#lib/api-client.ts';
import { storedEntries } from '#lib/browser-storage.ts';
import type { TargetKind } from '#lib/target.ts';
import { AsideSections } from './aside/aside-sections.tsx';
import { wideEnoughForAside } from './aside/wide-enough.ts';
import { detailsUrl, tabIds } from './details-state.ts';
import { DetailsHead } from './head/details-head.tsx';
import { MissingTarget } from './missing-target.tsx';
import { detailsTabs } from './tabs.tsx';
import { useSubject } from './use-subject.ts';

type DetailsPageProps = { kind: TargetKind; namespace: string; name: string };

/** One workload, service or application: what it is, and a tab for each way to look at it. */
export function DetailsPage({ kind, namespace, name }: DetailsPageProps) {
  const [state, change] = useUrlState(detailsUrl);
  const { cluster } = useScope();
  const target = { kind, namespace, name, ...(cluster === undefined ? {} : { cluster }) };
  const query = useSubject(target);
  const [asideChoice, rememberAside] = useStored(storedEntries.detailsAside);
  const isWide = useMedia(wideEnoughForAside);
  const { error } = query;
  if (query.data === undefined && error instanceof ApiError && error.code === 'not_found')
    return <MissingTarget target={target} detail={error.detail} />;

  const tabs = tabIds.flatMap((id) => {
    const tab = detailsTabs[id];
    if (tab === undefined || !tab.kinds.includes(kind)) return [];
    return [{ id, title: tab.title, content: <tab.Content target={target} /> }];
  });
  // A tab of another kind's page is none of this one's.
  const current = tabs.some(({ id }) => id === state.tab) ? state.tab : 'overview';
  const subject = query.data?.data;
  const hasAside = asideChoice ?? true;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <DetailsHead
        target={target}
        subject={subject}
        hasAside={hasAside}
        onToggleAside={() => rememberAside(!hasAside)}
      />
      <div className="flex min-h-0 flex-1">
        <Tabs
          label={name}
          tabs={tabs}
          current={current}
          onChange={(tab) => change({ tab })}
          className="min-w-0 flex-1"
        />
        {isWide && hasAside && subject !== undefined && (
          <aside className="w-[340px] shrink-0 overflow-y-auto border-t border-l">
            <AsideSections target={target} subject={subject} />
          </aside>
        )}
      </div>
    </div>
  );
}
