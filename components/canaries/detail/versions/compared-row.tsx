'use client';

import { ChevronRight } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { ComparedVersion } from '#lib/contract/canary-comparison.ts';
import { formatCount } from '#lib/format-count.ts';
import { notKnown } from '#lib/format-number.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { words } from '../words.ts';
import { ComparisonWords } from './comparison-words.tsx';
import { quantileText } from './quantile-text.ts';

type ComparedRowProps = {
  version: ComparedVersion;
  hasTail: boolean;
  /** The version that the rest of the page is of. */
  isChosen: boolean;
  isOpen: boolean;
  isNarrow: boolean;
  onToggle: () => void;
  onChoose: () => void;
};

/** Figures of a version; on a narrow screen the words of the comparison stand in its opened row. */
export function ComparedRow(props: ComparedRowProps) {
  const { version, hasTail, isChosen, isOpen, isNarrow, onToggle, onChoose } = props;
  const { name, requestCount, failed, byProxy, slower, quantiles } = version;
  return (
    <tr
      className={classNames(
        '[&>td]:border-b [&>td]:px-2 [&>td]:py-1.5 max-md:[&>td]:px-1.5 [&>td:first-child]:pl-3 [&>td:last-child]:pr-4',
        isOpen && 'bg-selected',
      )}
    >
      <td>
        <span className="flex items-center gap-1">
          <Button
            look="quiet"
            isIcon
            className="h-5 w-5"
            aria-expanded={isOpen}
            aria-label={words.detailsOf(name)}
            onClick={onToggle}
          >
            <ChevronRight size={14} aria-hidden className={isOpen ? 'rotate-90' : undefined} />
          </Button>
          <button
            type="button"
            aria-pressed={isChosen}
            title={words.chooseVersion(name)}
            onClick={onChoose}
            className={classNames(
              'mono text-left hover:underline max-md:wrap-anywhere md:whitespace-nowrap',
              isChosen && 'font-semibold',
            )}
          >
            {name}
          </button>
        </span>
      </td>
      <td className="figure">{formatCount(requestCount)}</td>
      <td className={classNames('figure', toneOf(version.errors))}>
        {formatShareFigure(failed.estimate?.share)}
      </td>
      {!isNarrow && <td className="figure">{formatShareFigure(byProxy.estimate?.share)}</td>}
      {hasTail && (
        <td className={classNames('figure', toneOf(version.tail))}>
          {formatShareFigure(slower?.estimate?.share)}
        </td>
      )}
      {!isNarrow && (
        <>
          <td className="figure">{quantiles?.p95 === undefined ? notKnown : quantileText(quantiles.p95)}</td>
          <td>
            <ComparisonWords version={version} />
          </td>
        </>
      )}
    </tr>
  );
}

function toneOf(comparison: { status: string } | undefined): string | false {
  return comparison?.status === 'worse' && 'text-warn';
}
