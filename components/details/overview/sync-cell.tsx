import type { Pod } from '#lib/contract/details.ts';

/** Types of configuration, each as istiod says that this proxy has it; those that lag are named. */
export function SyncCell({ pod }: { pod: Pod }) {
  if (pod.sync === undefined) return <span className="text-ink-muted">–</span>;
  const entries = Object.entries(pod.sync);
  const isAlike = new Set(entries.map(([, state]) => state)).size === 1;
  const [first] = entries;
  if (first !== undefined && isAlike) return <span title={syncText(pod)}>{syncWord(first[1])}</span>;
  return (
    <span title={syncText(pod)} className="truncate">
      {entries
        .filter(([, state]) => state !== 'SYNCED')
        .map(([type, state]) => (
          <span key={type} className={state === 'NOT SENT' ? 'mr-2 text-ink-muted' : 'mr-2 text-warn'}>
            {type} {syncWord(state)}
          </span>
        ))}
    </span>
  );
}

/** `CDS SYNCED, LDS STALE` */
export function syncText({ sync = {} }: Pod): string {
  return Object.entries(sync)
    .map(([type, state]) => `${type} ${state}`)
    .join(', ');
}

function syncWord(state: string): string {
  return state.toLowerCase();
}
