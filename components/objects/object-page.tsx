'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { ApiError } from '#lib/api-client.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { ManifestView } from './manifest/manifest-view.tsx';
import { MissingObject } from './missing-object.tsx';
import { ObjectAside } from './object-aside.tsx';
import { ObjectHead } from './object-head.tsx';
import { objectUrl } from './object-state.ts';
import { useObject } from './use-object.ts';
import { words } from './words.ts';

/** Its code and its costly answer are fetched when it is first opened. */
const RealizedPanel = dynamic(() =>
  import('#components/realized/realized-panel.tsx').then((module) => module.RealizedPanel),
);

/** One Istio, Gateway API or Ingress object: its manifest, and what it means. */
export function ObjectPage({ object }: { object: ObjectReference }) {
  const query = useObject(object);
  const [{ tab }, change] = useUrlState(objectUrl);
  const { error } = query;
  if (query.data === undefined && error instanceof ApiError && error.code === 'not_found')
    return <MissingObject object={object} detail={error.detail} />;
  const shown = query.data?.data.object ?? object;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ObjectHead object={shown} detail={query.data?.data} />
      <Tabs
        label={words.tabs}
        current={tab}
        onChange={(id) => change({ tab: id })}
        className="flex-1"
        tabs={[
          {
            id: 'object',
            title: words.objectTab,
            content: (
              <div className="flex h-full min-h-0 flex-col">
                <QueryBoundary query={query}>{(detail) => <ObjectContent detail={detail} />}</QueryBoundary>
              </div>
            ),
          },
          { id: 'envoy', title: words.envoyTab, content: <RealizedPanel object={shown} /> },
        ]}
      />
    </div>
  );
}

function ObjectContent({ detail }: { detail: ObjectDetail }) {
  const [{ path }, change] = useUrlState(objectUrl);
  const [pointedAt, setPointedAt] = useState<string>();
  const handlePath = (chosen: string) => change({ path: chosen });
  return (
    <div className="grid min-h-0 flex-1 max-lg:overflow-y-auto lg:grid-cols-[minmax(0,1fr)_400px]">
      <div className="min-h-0 min-w-0 max-lg:h-[60vh]">
        <ManifestView manifest={detail.manifest} path={path} pointedAt={pointedAt} onPath={handlePath} />
      </div>
      <aside className="min-w-0 lg:overflow-y-auto lg:border-l">
        <ObjectAside
          detail={detail}
          pointing={{ current: path, onPath: handlePath, onPointAt: setPointedAt }}
        />
      </aside>
    </div>
  );
}
