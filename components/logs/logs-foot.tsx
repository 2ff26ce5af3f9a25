import { Info } from 'lucide-react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { words } from './words.ts';

type LogsFootProps = {
  summary: string;
  notes: readonly string[];
  command: string;
};

/** How many lines there are, and what they do not show. */
export function LogsFoot({ summary, notes, command }: LogsFootProps) {
  return (
    <div className="flex shrink-0 items-start gap-2 border-t bg-surface px-4 py-1.5 text-xs text-ink-muted max-md:max-h-20 max-md:overflow-y-auto">
      <Info size={14} aria-hidden className="mt-px shrink-0" />
      <p className="min-w-0 flex-1">
        <span className="text-ink">{summary}</span>
        {notes.map((note) => (
          <span key={note}> · {note}</span>
        ))}
      </p>
      <span className="flex shrink-0 items-center gap-1">
        <span className="max-md:sr-only">{words.copyCommand}</span>
        <CopyButton text={command} label={words.copyCommand} />
      </span>
    </div>
  );
}
