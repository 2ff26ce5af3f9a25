import { Lock } from 'lucide-react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { ProxyLogging } from '#lib/contract/proxy-logging.ts';
import { words } from './words.ts';

type ChangeLineProps = { change: ProxyLogging['change']; level: string };

/** Why levels cannot be changed from here, where that is so, and the command that changes them anywhere. */
export function ChangeLine({ change: { isAllowed, reason, command }, level }: ChangeLineProps) {
  const text = `${command}${level}`;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-1.5 text-xs">
      {!isAllowed && (
        <span className="inline-flex items-center gap-1.5 text-ink-muted">
          <Lock size={13} aria-hidden className="shrink-0" />
          {reason}
        </span>
      )}
      <span className="inline-flex min-w-0 items-center gap-1.5">
        <span className="shrink-0 text-ink-muted">{words.command}</span>
        <code className="mono truncate">{text}</code>
        <CopyButton text={text} label="command" />
      </span>
    </div>
  );
}
