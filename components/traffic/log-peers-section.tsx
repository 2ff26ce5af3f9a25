'use client';

import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useIsNarrow } from '#components/ui/use-media.ts';
import type { LogPeer, LogPeers } from '#lib/contract/log-peers.ts';
import type { Target } from '#lib/target.ts';
import { logPeerColumns } from './log-peer-columns.tsx';
import { useLogPeers } from './use-log-peers.ts';
import { words } from './words.ts';

type LogPeersSectionProps = { target: Target; isOpen: boolean; onOpen: () => void };

/** Connections that no metric knows, read from access logs once somebody asks for them. */
export function LogPeersSection({ target, isOpen, onOpen }: LogPeersSectionProps) {
  const query = useLogPeers(target, { isEnabled: isOpen });
  return (
    <section aria-label={words.onlyInLogs} className="border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
        <h2 className="font-semibold">{words.onlyInLogs}</h2>
        <span className="min-w-0 flex-1 text-ink-muted max-md:basis-full">
          {query.data === undefined || !isOpen ? words.onlyInLogsText : lookedText(query.data.data)}
        </span>
        {!isOpen && <Button onClick={onOpen}>{words.look}</Button>}
        {isOpen && (
          <Button disabled={query.isFetching} onClick={() => void query.refetch()}>
            {query.isFetching ? words.looking : words.lookAgain}
          </Button>
        )}
      </div>
      {isOpen && <QueryBoundary query={query}>{(found) => <Peers peers={found.peers} />}</QueryBoundary>}
    </section>
  );
}

function Peers({ peers }: { peers: readonly LogPeer[] }) {
  const { zone } = useScope();
  const columns = useMemo(() => logPeerColumns(zone), [zone]);
  const rowHeight = useIsNarrow() ? 48 : 32;
  if (peers.length === 0) return <p className="px-4 pb-3 text-ink-muted">{words.nothingInLogs}</p>;
  return (
    <div style={{ height: Math.min(520, 44 + 28 + peers.length * rowHeight + 2) }}>
      <DataTable
        name="peers in logs"
        rows={peers}
        columns={columns}
        rowId={rowId}
        initialSort={{ column: 'last', isDescending: true }}
      />
    </div>
  );
}

function lookedText({ isWithoutProxy, looked }: LogPeers): string {
  return `${isWithoutProxy ? `${words.withoutProxy} ` : ''}${words.looked(looked)}`;
}

function rowId({ caller, receiver, port, outcome }: LogPeer): string {
  return `${caller.place?.pod ?? caller.address} ${receiver.pod} ${port} ${outcome}`;
}
