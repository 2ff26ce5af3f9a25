'use client';

import { Popover } from '#components/ui/popover.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { WhyBody } from '#components/ui/why-popover.tsx';
import type { Sync } from '#lib/contract/proxies.ts';
import { formatAge } from '#lib/format-time.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { words } from '../words.ts';
import { explainSync } from './explain-sync.ts';
import { syncLooks } from './sync-looks.ts';

/** Each type of configuration with the state that istiod sees; it opens into nonces, ages and refusals. */
export function SyncChips({ syncs, target }: { syncs: readonly Sync[]; target: ProxyTarget }) {
  // What a proxy never asks for is of no interest.
  const asked = syncs.filter(({ state }) => state !== 'IGNORED');
  if (asked.length === 0) return null;
  return (
    <ul aria-label={words.syncs.label} className="flex flex-wrap items-center gap-x-0.5 max-md:-ml-1">
      {asked.map((sync) => (
        <li key={sync.type}>
          <SyncChip sync={sync} target={target} />
        </li>
      ))}
    </ul>
  );
}

function SyncChip({ sync, target }: { sync: Sync; target: ProxyTarget }) {
  const { nowMs } = useScope();
  const { icon: Icon, className } = syncLooks[sync.state];
  const age = sync.sentAt && formatAge(Math.max(0, nowMs - Date.parse(sync.sentAt)) / 1000);
  const title = words.syncTitle(sync.type);
  return (
    <Popover
      label={title}
      align="end"
      className="w-[340px] p-3"
      trigger={
        <button
          type="button"
          title={[words.syncName(sync.type), age].filter((text) => text !== undefined).join(', ')}
          className="inline-flex h-6 items-center gap-1 rounded-md px-1 text-xs hover:bg-hover data-[state=open]:bg-hover"
        >
          <span className="text-ink-muted">{sync.type}</span>
          <Icon size={13} aria-hidden className={className} />
          <span>{words.syncs[sync.state]}</span>
        </button>
      }
    >
      <WhyBody title={words.syncName(sync.type)} explanation={explainSync(sync, { target, age })} />
    </Popover>
  );
}
