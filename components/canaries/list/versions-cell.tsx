import { classNames } from '#components/ui/class-names.ts';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { formatConfiguredFigure, formatShareFigure } from '#lib/format-share.ts';
import { SplitBar } from '../split-bar.tsx';
import { absenceWords, hasRequests } from '../split-figures.ts';
import { words } from '../words.ts';
import { shortNames } from './short-names.ts';

/** What is set and what was got, version by version, each as a bar with its figures. */
export function VersionsCell({ item }: { item: CanaryItem }) {
  const { versions, verdict } = item;
  const names = shortNames(versions.map(({ name }) => name));
  return (
    <span
      className="grid items-center gap-x-2 text-xs leading-[18px]"
      style={{ gridTemplateColumns: `22px 64px repeat(${versions.length}, minmax(0, max-content))` }}
      title={versionsTitle(item)}
    >
      <span className="text-ink-muted">{words.configured}</span>
      <SplitBar parts={versions} />
      {versions.map(({ name, share }, index) => (
        <span key={name} className="mono flex min-w-0 justify-end gap-1">
          <span className="flex min-w-0 text-ink-muted">
            <MiddleTruncate text={names[index] ?? name} />
          </span>
          {formatConfiguredFigure(share)}
        </span>
      ))}
      <span className="text-ink-muted">{words.observed}</span>
      {hasRequests(item) ? (
        <>
          <SplitBar parts={versions.map(({ name, observed }) => ({ name, share: observed?.share ?? 0 }))} />
          {versions.map(({ name, observed }) => (
            <span key={name} className={classNames('figure', verdict.status === 'mismatch' && 'text-fail')}>
              {formatShareFigure(observed?.share)}
            </span>
          ))}
        </>
      ) : (
        <span className="col-span-2 text-ink-muted">{absenceWords(item)}</span>
      )}
    </span>
  );
}

/** `v1 25 % → 24.8 %`, a line for each version; what is wrong with one beside it. */
function versionsTitle({ versions }: CanaryItem): string {
  return versions
    .map(({ name, share, observed, problem }) =>
      [
        `${name} ${formatConfiguredFigure(share)} % → ${formatShareFigure(observed?.share)} %`,
        ...(problem === undefined ? [] : [problem]),
      ].join(': '),
    )
    .join('\n');
}
