import { classNames } from '#components/ui/class-names.ts';
import { healthLooks, type StatusId } from '#components/ui/health-looks.ts';
import type { ProxyItem, Sync } from '#lib/contract/proxies.ts';
import { syncWords } from '#lib/drift-words.ts';
import { formatAge } from '#lib/format-time.ts';
import { connectionText } from './connection-text.ts';
import { words } from './words.ts';

const looks: Record<Sync['state'], StatusId> = {
  SYNCED: 'healthy',
  STALE: 'degraded',
  ERROR: 'failing',
  'NOT SENT': 'idle',
  IGNORED: 'idle',
};

type SyncCellProps = { item: ProxyItem; nowMs: number };

/** All types of a proxy in one: those that are not in sync by name with their age, else that all are. */
export function SyncCell({ item, nowMs }: SyncCellProps) {
  const watched = watchedSyncs(item);
  if (item.istiod === undefined) return <Mark look="unknown" text={connectionText(item)} />;
  const off = watched.filter(({ state }) => state === 'STALE' || state === 'ERROR');
  const title = syncText(item, nowMs).replaceAll('; ', '\n');
  if (off.length === 0)
    return (
      <span title={title}>
        <Mark look="healthy" text={words.allSynced(watched.length)} />
      </span>
    );
  return (
    <span title={title} className="flex min-w-0 gap-2">
      {[...Map.groupBy(off, ({ state }) => state)].map(([state, ofState]) => (
        <Mark
          key={state}
          look={looks[state]}
          text={`${ofState.map(({ type }) => type).join(' ')} ${syncWords[state]}`}
        />
      ))}
    </span>
  );
}

function Mark({ look, text }: { look: StatusId; text: string }) {
  const { icon: Icon, textClass } = healthLooks[look];
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Icon size={14} strokeWidth={1.75} aria-hidden className={classNames('shrink-0', textClass)} />
      <span className="truncate">{text}</span>
    </span>
  );
}

function watchedSyncs({ syncs }: ProxyItem): Sync[] {
  return syncs.filter(({ state }) => state !== 'IGNORED');
}

/** `CDS synced, sent 3 min ago; LDS refused` */
export function syncText(item: ProxyItem, nowMs: number): string {
  if (item.istiod === undefined) return connectionText(item);
  return watchedSyncs(item)
    .map(({ type, state, sentAt }) => {
      const ageSeconds = sentAt === undefined ? -1 : (nowMs - Date.parse(sentAt)) / 1000;
      const age = ageSeconds < 0 ? '' : `, ${words.sentAgo(formatAge(ageSeconds))}`;
      return `${type} ${syncWords[state]}${age}`;
    })
    .join('; ');
}
