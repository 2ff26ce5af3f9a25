'use client';

import { Terminal } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { words } from './words.ts';

/** The commands that show the same without Vigla, to be copied. */
export function CommandsMenu({ commands }: { commands: ObjectDetail['commands'] }) {
  return (
    <Popover
      label={words.commands}
      align="end"
      className="w-[440px] p-3"
      trigger={
        <Button>
          <Terminal size={14} aria-hidden /> {words.commands}
        </Button>
      }
    >
      <dl className="flex flex-col gap-2">
        {commands.map(({ title, command }) => (
          <div key={command}>
            <dt className="text-xs text-ink-muted">{title}</dt>
            <dd className="mt-0.5 flex items-start gap-2 rounded-md bg-sunken px-2 py-1.5">
              <code className="mono min-w-0 flex-1 text-xs leading-[18px] wrap-anywhere">{command}</code>
              <CopyButton text={command} label={title} />
            </dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
