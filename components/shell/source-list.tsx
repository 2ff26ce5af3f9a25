import { sourceLooks, sourceWords } from '#components/ui/source-looks.ts';
import type { SourceStatus } from '#lib/contract/status.ts';
import { SourceMark } from './source-mark.tsx';

/** Every source with its place, how that was found, what is wrong and what would help. */
export function SourceList({ sources }: { sources: readonly SourceStatus[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {sources.map((source) => (
        <li key={source.id} className="flex flex-col">
          <span className="flex items-center gap-1.5">
            <SourceMark state={source.state} text={sourceWords[source.id]} isLoud />
            <span className="text-ink-muted">{sourceLooks[source.state].word}</span>
          </span>
          {source.address !== undefined && (
            <span className="mono pl-[18px] text-ink-muted wrap-anywhere">{source.address}</span>
          )}
          {source.found !== undefined && (
            <span className="pl-[18px] text-ink-muted wrap-anywhere">{source.found}</span>
          )}
          {source.reason !== undefined && <span className="pl-[18px] wrap-anywhere">{source.reason}</span>}
          {source.fix !== undefined && (
            <span className="pl-[18px] wrap-anywhere">
              {source.fix.words}{' '}
              {source.fix.command !== undefined && <code className="mono">{source.fix.command}</code>}
            </span>
          )}
          {source.details?.map((detail) => (
            <span key={detail} className="pl-[18px] text-xs text-ink-muted wrap-anywhere">
              {detail}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
