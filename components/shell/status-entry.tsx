import { CommandLine } from '#components/ui/command-line.tsx';
import { sourceLooks } from '#components/ui/source-looks.ts';
import type { SourceStatus } from '#lib/contract/status.ts';
import { SourceMark } from './source-mark.tsx';

type StatusEntryProps = Omit<SourceStatus, 'id'> & { title: string; word?: string | undefined };

/** One thing that Vigla reads: how it is, its place, how that was found, what is wrong and what would help. */
export function StatusEntry(entry: StatusEntryProps) {
  const { title, state, word = sourceLooks[state].word, address, found, reason, fix, details } = entry;
  return (
    <li className="flex flex-col">
      <span className="flex items-center gap-1.5">
        <SourceMark state={state} text={title} isLoud />
        <span className="text-ink-muted">{word}</span>
      </span>
      {address !== undefined && (
        <span className="mono pl-[18px] text-ink-muted wrap-anywhere">{address}</span>
      )}
      {found !== undefined && <span className="pl-[18px] text-ink-muted wrap-anywhere">{found}</span>}
      {reason !== undefined && <span className="pl-[18px] wrap-anywhere">{reason}</span>}
      {fix !== undefined && (
        <div className="pl-[18px] wrap-anywhere">
          <p>{fix.words}</p>
          {fix.command !== undefined && (
            <div className="mt-1">
              <CommandLine command={fix.command} />
            </div>
          )}
        </div>
      )}
      {details?.map((detail) => (
        <span key={detail} className="pl-[18px] text-xs text-ink-muted wrap-anywhere">
          {detail}
        </span>
      ))}
    </li>
  );
}
