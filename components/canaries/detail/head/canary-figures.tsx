import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatConfiguredFigure, formatShareFigure } from '#lib/format-share.ts';
import { intervalFigure, ratioText } from '../share-text.ts';
import { words } from '../words.ts';

type CanaryFiguresProps = { detail: CanaryDetail; chosen: number };

/** What a version should get and what it gets, how much was counted, and the verdict in a sentence. */
export function CanaryFigures({ detail, chosen }: CanaryFiguresProps) {
  const { versions, sources, requestCount, summary, problems, verdict, unobserved } = detail;
  const version = versions[chosen];
  const observed = version?.observed;
  const absence = unobserved === undefined ? words.noneYet : words.notObserved;
  return (
    <div className="border-b px-4 pb-3">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-2">
        {version !== undefined && (
          <Figure
            term={words.shouldGet(version.name)}
            figure={`${formatConfiguredFigure(version.share)} %`}
            note={ratioText(versions.map(({ weight }) => weight))}
          />
        )}
        <Figure
          term={words.gets}
          figure={observed === undefined ? absence : `${formatShareFigure(observed.share)} %`}
          note={observed && `[${intervalFigure(observed)}]`}
          isFailing={verdict.status === 'mismatch' && observed !== undefined}
        />
        <Figure
          term={words.counted}
          figure={formatCount(requestCount)}
          note={(unobserved === undefined ? words.sourceCount : words.mayCall)(sources.length)}
        />
        <p className="min-w-60 flex-1 self-center 2xl:border-l 2xl:pl-8">{summary}</p>
      </div>
      {problems.length > 0 && (
        <ul aria-label={words.problems} className="mt-2 flex flex-col gap-1">
          {problems.map(({ id, text }) => (
            <li key={`${id} ${text}`} className="flex items-start gap-1.5">
              <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0 text-warn" />
              <span className="min-w-0 wrap-anywhere">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type FigureProps = { term: string; figure: string; note?: ReactNode; isFailing?: boolean };

function Figure({ term, figure, note, isFailing = false }: FigureProps) {
  return (
    <dl className="whitespace-nowrap">
      <dt className="text-xs text-ink-muted">{term}</dt>
      <dd className="font-mono tracking-tight">
        <span className={classNames('text-xl font-medium', isFailing && 'text-fail')}>{figure}</span>
        {note !== undefined && <span className="ml-2 text-ink-muted">{note}</span>}
      </dd>
    </dl>
  );
}
