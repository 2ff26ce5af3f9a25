import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { LogPeer } from '#lib/contract/log-peers.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatClockSeconds, type TimeZoneChoice } from '#lib/format-time.ts';
import { PlaceLink } from './place-link.tsx';
import { words } from './words.ts';

/** Columns of the peers that only logs know. */
export function logPeerColumns(zone: TimeZoneChoice): readonly Column<LogPeer>[] {
  return [
    {
      id: 'state',
      isWideOnly: true,
      title: words.state,
      width: 96,
      value: ({ isFailure }) => (isFailure ? words.failed : words.passed),
      cell: ({ isFailure }) => (
        <StatusBadge
          status={isFailure ? 'failing' : 'healthy'}
          text={isFailure ? words.failed : words.passed}
        />
      ),
    },
    {
      id: 'caller',
      title: words.from,
      width: 164,
      value: ({ caller }) => caller.place?.workload ?? caller.address,
      cell: ({ caller }) => <CallerCell caller={caller} />,
      narrowCell: ({ caller, receiver }) => (
        <span className="flex flex-col leading-[18px]">
          <CallerCell caller={caller} />
          <span className="flex gap-1 text-xs">
            <span className="text-ink-muted">→</span> <PlaceLink place={receiver} />
          </span>
        </span>
      ),
    },
    {
      id: 'receiver',
      isWideOnly: true,
      title: words.to,
      width: 164,
      value: ({ receiver }) => receiver.workload ?? receiver.pod,
      cell: ({ receiver }) => <PlaceLink place={receiver} />,
    },
    { id: 'port', title: words.port, isWideOnly: true, width: 64, isNumber: true, value: ({ port }) => port },
    {
      id: 'outcome',
      title: words.outcome,
      value: ({ outcome }) => outcome,
      cell: ({ outcome, why }) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="mono truncate" title={outcome}>
            {outcome}
          </span>
          {why !== undefined && <WhyPopover title={words.whyOutcome} explanation={why} side="left" />}
        </span>
      ),
    },
    {
      id: 'metrics',
      isWideOnly: true,
      title: words.counted,
      width: 96,
      value: ({ isUncounted }) => (isUncounted ? words.inNoMetric : words.inMetrics),
    },
    {
      id: 'lines',
      isWideOnly: true,
      title: words.lines,
      width: 72,
      isNumber: true,
      value: ({ count }) => count,
      cell: ({ count }) => formatCount(count),
    },
    {
      id: 'last',
      isWideOnly: true,
      title: words.last,
      width: 92,
      isNumber: true,
      value: ({ lastAtMs }) => lastAtMs,
      cell: ({ lastAtMs }) => formatClockSeconds({ epochMs: lastAtMs, zone }),
    },
  ];
}

function CallerCell({ caller }: Pick<LogPeer, 'caller'>) {
  if (caller.place === undefined) return <span className="mono">{caller.address}</span>;
  return <PlaceLink place={caller.place} />;
}
