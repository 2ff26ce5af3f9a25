import type { CanaryItem } from '#lib/contract/canaries.ts';
import { words } from './words.ts';

/** The first host and how many more, and below who meets the rule. */
export function HostsCell({ item }: { item: CanaryItem }) {
  const { hosts } = item;
  const [first = '–'] = hosts;
  return (
    <span className="flex min-w-0 flex-col leading-[18px]" title={[...hosts, reachText(item)].join('\n')}>
      <span className="flex min-w-0 gap-1">
        <span className="mono truncate">{first}</span>
        {hosts.length > 1 && <span className="text-xs text-ink-muted">{words.more(hosts.length - 1)}</span>}
      </span>
      <span className="truncate text-xs text-ink-muted">{reachText(item)}</span>
    </span>
  );
}

/** `callers in the mesh, at shop-gateway` */
function reachText({ isMesh, gateways }: CanaryItem): string {
  return [
    ...(isMesh ? [words.everywhere] : []),
    ...(gateways.length === 0 ? [] : [words.gateways(gateways.map(({ name }) => name))]),
  ].join(', ');
}
