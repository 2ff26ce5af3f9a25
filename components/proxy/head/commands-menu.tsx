'use client';

import { ChevronDown, Terminal } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { ProxyTabId } from '../proxy-state.ts';
import { words } from '../words.ts';
import { proxyCommands } from './proxy-commands.ts';

/** Commands that show the same without Vigla, that of the open tab first. */
export function CommandsMenu({ target, tab }: { target: ProxyTarget; tab: ProxyTabId }) {
  return (
    <Popover
      label={words.commandsTitle}
      align="end"
      className="w-[480px] p-3"
      trigger={
        <Button>
          <Terminal size={14} aria-hidden /> {words.commands}
          <ChevronDown size={13} aria-hidden className="text-ink-muted" />
        </Button>
      }
    >
      <h2 className="pb-2 font-semibold">{words.commandsTitle}</h2>
      <ul className="flex flex-col gap-1">
        {proxyCommands(target, tab).map((command) => (
          <li key={command} className="flex items-start gap-2 rounded-md bg-sunken px-2 py-1.5">
            <code className="mono min-w-0 flex-1 text-[11.5px] leading-[18px] wrap-anywhere">{command}</code>
            <CopyButton text={command} label={command} />
          </li>
        ))}
      </ul>
    </Popover>
  );
}
