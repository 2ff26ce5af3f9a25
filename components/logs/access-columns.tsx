import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { AccessLog, LogLevel } from '#lib/contract/logs.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import type { Finder } from './highlight-ranges.ts';
import { MarkedText } from './marked-text.tsx';
import { PeerText } from './peer-text.tsx';
import { words } from './words.ts';

export const accessColumnIds = [
  'peer',
  'request',
  'authority',
  'code',
  'flags',
  'duration',
  'bytes',
  'route',
  'cluster',
] as const;
export type AccessColumnId = (typeof accessColumnIds)[number];

type CellProps = { access: AccessLog; level: LogLevel; find: Finder };

export type AccessColumn = {
  title: string;
  unit?: string;
  /** Pixels that it needs at least; flexible columns share what is left by weight. */
  width: number;
  weight: number;
  /** The lower, the longer it stays where room is short. */
  rank: number;
  isNumber?: boolean;
  cell: (props: CellProps) => ReactNode;
};

/** The columns of an access line, in the order in which they stand. */
export const accessColumns: Record<AccessColumnId, AccessColumn> = {
  peer: {
    title: words.peer,
    width: 150,
    weight: 2,
    rank: 4,
    cell: ({ access, find }) => <PeerText access={access} find={find} />,
  },
  request: {
    title: words.request,
    width: 150,
    weight: 4,
    rank: 1,
    cell: ({ access, find }) => <RequestText access={access} find={find} />,
  },
  authority: {
    title: words.authority,
    width: 130,
    weight: 2,
    rank: 6,
    cell: ({ access, find }) => quiet(access.authority ?? access.requestedServerName, find),
  },
  code: {
    title: words.code,
    width: 36,
    weight: 0,
    rank: 0,
    isNumber: true,
    cell: ({ access, level }) => (
      <span className={levelClass(level)}>{access.responseCode ?? words.nothing}</span>
    ),
  },
  flags: {
    title: words.flags,
    width: 52,
    weight: 0,
    rank: 2,
    cell: ({ access, level }) => (
      <span className={levelClass(level)}>{access.responseFlags.join(',') || words.nothing}</span>
    ),
  },
  duration: {
    title: words.duration,
    unit: 'ms',
    width: 74,
    weight: 0,
    rank: 3,
    isNumber: true,
    cell: ({ access }) => formatMsFigure(access.durationMs),
  },
  bytes: {
    title: words.bytes,
    width: 108,
    weight: 0,
    rank: 7,
    isNumber: true,
    cell: ({ access }) => (
      <span className="text-ink-muted">
        {formatBytes(access.bytesReceived)} / {formatBytes(access.bytesSent)}
      </span>
    ),
  },
  route: {
    title: words.route,
    width: 90,
    weight: 1,
    rank: 5,
    cell: ({ access, find }) => quiet(access.routeName, find),
  },
  cluster: {
    title: words.cluster,
    width: 190,
    weight: 3,
    rank: 8,
    cell: ({ access, find }) => quiet(access.upstreamCluster, find),
  },
};

function RequestText({ access, find }: Pick<CellProps, 'access' | 'find'>) {
  const { method, path, protocol } = access;
  if (path === undefined && method === undefined)
    return <span className="text-ink-muted">{protocol ?? words.connection}</span>;
  return (
    <span title={path}>
      <MarkedText text={[method, path].filter((part) => part !== undefined).join(' ')} find={find} />
    </span>
  );
}

function quiet(text: string | undefined, find: Finder): ReactNode {
  if (text === undefined) return <span className="text-ink-muted">{words.nothing}</span>;
  return (
    <span className="text-ink-muted" title={text}>
      <MarkedText text={text} find={find} />
    </span>
  );
}

function levelClass(level: LogLevel): string {
  return classNames(
    level === 'error' && 'font-semibold text-fail',
    level === 'warning' && 'font-semibold text-warn',
  );
}
