'use client';

import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { MenuRadioGroup, MenuRadioItem } from '#components/ui/menu.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { type ProxyTarget, proxyPath } from '#lib/proxy-target.ts';
import type { ProxyTabId } from '../proxy-state.ts';
import { words } from '../words.ts';
import { CommandsMenu } from './commands-menu.tsx';

type ProxyPickerProps = {
  target: ProxyTarget;
  proxies: readonly ProxyItem[];
  tab: ProxyTabId;
  onChange: (pod: string) => void;
};

/** Which of a workload's pods is looked at, and the way to the page of its proxy. */
export function ProxyPicker({ target, proxies, tab, onChange }: ProxyPickerProps) {
  const address = useScopedAddress();
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5">
      <ToolbarMenu label={words.pod} value={target.pod}>
        <MenuRadioGroup value={target.pod} onValueChange={onChange}>
          {proxies.map(({ pod }) => (
            <MenuRadioItem key={pod} value={pod}>
              <span className="mono">{pod}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </ToolbarMenu>
      <span className="text-ink-muted">{words.ofPods(proxies.length)}</span>
      <span className="flex-1" />
      <CommandsMenu target={target} tab={tab} />
      <Link
        href={address(proxyPath(target), { tab })}
        className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover"
      >
        <ExternalLink size={14} aria-hidden /> {words.openPage}
      </Link>
    </div>
  );
}
