import { healthLooks, type StatusId } from '#components/ui/health-looks.ts';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { formatCount } from '#lib/format-count.ts';

type Workloads = NamespaceItem['workloads'];

const segments: readonly { status: StatusId; count: (workloads: Workloads) => number }[] = [
  { status: 'failing', count: (workloads) => workloads.failing },
  { status: 'degraded', count: (workloads) => workloads.degraded },
  { status: 'healthy', count: (workloads) => workloads.healthy },
  { status: 'unknown', count: (workloads) => workloads.unknown },
  { status: 'idle', count: (workloads) => workloads.idle },
  { status: 'notInMesh', count: (workloads) => workloads.outOfMesh },
];

/** Workloads by health as one bar, worst at the left, and how many they are. */
export function WorkloadsBar({ workloads }: { workloads: Workloads }) {
  const present = segments
    .map(({ status, count }) => ({ status, count: count(workloads) }))
    .filter(({ count }) => count > 0);
  const text = present
    .map(({ status, count }) => `${count} ${healthLooks[status].word.toLowerCase()}`)
    .join(', ');
  return (
    <span className="flex items-center gap-2" title={text}>
      <span role="img" aria-label={text === '' ? 'no workloads' : text} className="flex w-[52px] gap-0.5">
        {present.map(({ status, count }) => (
          <span
            key={status}
            style={{ flexGrow: count }}
            className={`h-2 min-w-[3px] rounded-[2px] ${healthLooks[status].markClass}`}
          />
        ))}
      </span>
      <span className="mono text-ink-muted">{formatCount(workloads.total)}</span>
    </span>
  );
}
