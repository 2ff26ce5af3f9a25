'use client';

import { ChevronDown, Diff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { ProxyTabId } from '../proxy-state.ts';
import { useTabAddress } from '../use-tab-address.ts';
import { words } from '../words.ts';

const comparisons = ['drift', 'compare'] as const;

/** What this proxy's configuration can be held against. */
export function CompareMenu({ target, tabs }: { target: ProxyTarget; tabs: readonly ProxyTabId[] }) {
  const address = useTabAddress(target);
  const router = useRouter();
  const offered = comparisons.filter((id) => tabs.includes(id));
  if (offered.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Diff size={14} aria-hidden /> {words.compare}
          <ChevronDown size={13} aria-hidden className="text-ink-muted" />
        </Button>
      }
    >
      {offered.map((id) => (
        <MenuItem key={id} onSelect={() => router.push(address(id))}>
          {words.compareWith[id]}
        </MenuItem>
      ))}
    </Menu>
  );
}
