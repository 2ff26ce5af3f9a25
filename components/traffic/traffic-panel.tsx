'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { LogPeersSection } from './log-peers-section.tsx';
import { TrafficSection } from './traffic-section.tsx';
import { trafficUrl } from './traffic-state.ts';
import { useTraffic } from './use-traffic.ts';
import { words } from './words.ts';

/** Who talks to a workload, service or application, and to whom it talks. */
export function TrafficPanel({ target }: TargetTabProps) {
  const [{ edge, idle, logPeers }, change] = useUrlState(trafficUrl);
  const query = useTraffic(target, { idle });
  const traffic = query.data?.data;
  // Logs are read another way: they tell of connections while metrics cannot.
  const isUnread = traffic === undefined && query.error !== null;
  const handleOpen = (opened: string) => change({ edge: opened }, { history: 'replace' });
  return (
    <div className="h-full overflow-y-auto">
      <QueryBoundary query={query} isSmall={isUnread}>
        {(traffic) =>
          (['inbound', 'outbound'] as const).map((direction) => (
            <TrafficSection
              key={direction}
              direction={direction}
              target={target}
              traffic={traffic}
              openEdge={edge}
              onOpen={handleOpen}
            />
          ))
        }
      </QueryBoundary>
      {(traffic !== undefined || isUnread) && (
        <LogPeersSection
          target={target}
          isOpen={logPeers || traffic?.node?.inMesh === false}
          onOpen={() => change({ logPeers: true })}
        />
      )}
      {traffic !== undefined && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-xs text-ink-muted">
          <label className="flex items-center gap-1.5 text-ink">
            <input
              type="checkbox"
              checked={idle}
              onChange={(event) => change({ idle: event.target.checked })}
            />
            {words.idle}
          </label>
          <span>{words.footnote}</span>
          {traffic.quality.map(({ code, message }) => (
            <span key={code}>{message}</span>
          ))}
        </div>
      )}
    </div>
  );
}
