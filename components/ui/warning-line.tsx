import { Info } from 'lucide-react';
import type { Warning } from '#lib/contract/envelope.ts';

/** The quiet line beside data that is not complete: what is missing, and what to do. */
export function WarningLine({ warnings }: { warnings: readonly Pick<Warning, 'code' | 'message'>[] }) {
  const [first, ...others] = warnings;
  if (first === undefined) return null;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-ink-muted" role="status">
      <Info size={14} aria-hidden className="shrink-0" />
      <span className="truncate" title={warnings.map((warning) => warning.message).join('\n')}>
        {first.message}
        {others.length > 0 && `${first.message.endsWith('.') ? '' : '.'} And ${others.length} more.`}
      </span>
    </p>
  );
}
