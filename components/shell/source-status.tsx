'use client';

import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Popover } from '#components/ui/popover.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { sourceLooks, sourceWords } from '#components/ui/source-looks.ts';
import type { SourceStatus } from '#lib/contract/status.ts';
import { formatQuantity } from '#lib/format-count.ts';

/** Sources that are not well and have their name in the bar; beside the state of mTLS it has no room for more. */
const mostNamed = 1;

/** Where the data comes from and whether all of it answers. */
export function SourceStatusButton() {
  const query = useStatus();
  const sources = query.data?.data.sources ?? [];
  const well = sources.filter((source) => source.state === 'ok');
  const unwell = sources.filter(({ state }) => state !== 'ok' && state !== 'absent');
  const isUnreachable = query.error !== null;
  if (sources.length === 0 && !isUnreachable) return null;
  return (
    <Popover
      label="Sources"
      align="end"
      className="w-96 p-3"
      trigger={
        <Button look="quiet" className="max-md:hidden">
          {isUnreachable && <SourceMark state="down" text="Vigla does not answer" isCompact />}
          {!isUnreachable && well.length > 0 && (
            <SourceMark state="ok" text={formatQuantity(well.length, 'source')} isCompact />
          )}
          {!isUnreachable &&
            unwell
              .slice(0, mostNamed)
              .map((source) => (
                <SourceMark
                  key={source.id}
                  state={source.state}
                  text={`${sourceWords[source.id]} ${source.state}`}
                  isLoud
                  isCompact
                />
              ))}
          {!isUnreachable && unwell.length > mostNamed && (
            <span className="text-ink">+{unwell.length - mostNamed}</span>
          )}
        </Button>
      }
    >
      <h2 className="mb-2 font-semibold">Sources</h2>
      {isUnreachable && <p className="mb-2 text-fail">{query.error?.message}</p>}
      <SourceList sources={sources} />
    </Popover>
  );
}

function SourceMark({
  state,
  text,
  isLoud = false,
  isCompact = false,
}: {
  state: SourceStatus['state'];
  text: string;
  isLoud?: boolean;
  /** On windows between a phone and a desk the mark stands alone. */
  isCompact?: boolean;
}) {
  const look = sourceLooks[state];
  return (
    <span className={classNames('inline-flex items-center gap-1', isLoud && 'text-ink')}>
      <look.icon size={14} aria-hidden className={look.textClass} />{' '}
      <span className={classNames(isCompact && 'max-lg:sr-only')}>{text}</span>
    </span>
  );
}

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
