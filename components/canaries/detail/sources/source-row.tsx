'use client';

import { ChevronRight } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { formatCount } from '#lib/format-count.ts';
import { notKnown } from '#lib/format-number.ts';
import { intervalFigure } from '../share-text.ts';
import { words } from '../words.ts';
import { EvidenceCell } from './evidence-cell.tsx';
import { SourceBars } from './source-bars.tsx';
import { sourceId } from './source-id.ts';
import { SourceVerdict } from './source-verdict.tsx';

type SourceRowProps = {
  source: CanarySource;
  versions: CanaryDetail['versions'];
  chosen: number;
  isOpen: boolean;
  isNarrow: boolean;
  onToggle: () => void;
};

/** One caller: its three bars, how sure they are, and the verdict. The whole row opens what stands behind it. */
export function SourceRow({ source, versions, chosen, isOpen, isNarrow, onToggle }: SourceRowProps) {
  const { namespace, workload, kind, requestCount, verdict, evidenceLog10 } = source;
  const estimate = source.versions[chosen]?.estimate;
  const interval = estimate === undefined ? notKnown : intervalFigure(estimate);
  const name = (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={words.detailsOf(sourceId(source))}
      onClick={onToggle}
      // Its ground is the row's, so that a click anywhere in the row is one on the button.
      className="flex min-w-0 items-start gap-1 text-left after:absolute after:inset-0"
    >
      <ChevronRight
        size={14}
        aria-hidden
        className={classNames('mt-0.5 shrink-0 text-ink-muted', isOpen && 'rotate-90')}
      />
      <span className="min-w-0">
        <span className="block truncate font-medium" title={workload}>
          {workload}
        </span>
        <span className="block truncate text-xs text-ink-muted">
          {kind === 'workload' ? namespace : words.placeOf[kind](namespace)}
        </span>
      </span>
    </button>
  );
  const rowClass = classNames(
    'relative hover:bg-hover [&>td]:border-b [&>td]:px-2 [&>td]:py-2 [&>td:first-child]:pl-3 [&>td:last-child]:pr-4',
    isOpen && 'bg-selected',
  );
  const bars = <SourceBars source={source} versions={versions} chosen={chosen} />;
  if (isNarrow)
    return (
      <tr className={rowClass}>
        <td>
          <div className="flex flex-col gap-2">
            <div className="flex items-start justify-between gap-2">
              {name}
              <SourceVerdict verdict={verdict} />
            </div>
            {bars}
            {requestCount !== undefined && (
              <p className="mono text-2xs text-ink-muted">
                {words.requestsIn(requestCount)} · {interval} % · <EvidenceCell log10={evidenceLog10} />
              </p>
            )}
          </div>
        </td>
      </tr>
    );
  return (
    <tr className={rowClass}>
      <td className="max-w-0">{name}</td>
      <td>{bars}</td>
      <td className="figure">{formatCount(requestCount)}</td>
      <td className="figure">{interval}</td>
      <td className="figure">
        <EvidenceCell log10={evidenceLog10} />
      </td>
      <td>
        <SourceVerdict verdict={verdict} />
      </td>
    </tr>
  );
}
