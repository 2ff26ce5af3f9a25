'use client';

import { KeyValueList } from '#components/ui/key-value-list.tsx';
import type { ShareEstimate } from '#lib/contract/canaries.ts';
import type { ComparedVersion } from '#lib/contract/canary-comparison.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatFigure } from '#lib/format-number.ts';
import { formatShare } from '#lib/format-share.ts';
import { evidenceText } from '../evidence-figure.ts';
import { intervalFigure } from '../share-text.ts';
import { words } from '../words.ts';
import { ComparisonWords } from './comparison-words.tsx';
import { quantileText } from './quantile-text.ts';

type ComparedDetailsProps = {
  version: ComparedVersion;
  slowAboveMs: number | undefined;
  /** Also says in words how it compares, which the row then has no room for. */
  hasWords: boolean;
};

/** Intervals, quantiles and tests behind a version's row. */
export function ComparedDetails({ version, slowAboveMs, hasWords }: ComparedDetailsProps) {
  const { name, failed, byProxy, slower, quantiles, errors, tail, body } = version;
  const { facts } = words.versions;
  const quantile = (interval: { fromMs: number; toMs?: number | undefined } | undefined) =>
    interval === undefined ? undefined : quantileText(interval);
  return (
    <section aria-label={words.detailsOf(name)} className="flex flex-col gap-2 px-4 py-3">
      <KeyValueList
        rows={[
          { key: facts.failed, value: countText(failed) },
          { key: facts.byProxy, value: countText(byProxy) },
          {
            key: slowAboveMs === undefined ? facts.slower : facts.over(formatMs(slowAboveMs)),
            value: slower === undefined ? undefined : countText(slower),
          },
          { key: 'p50', value: quantile(quantiles?.p50) },
          { key: 'p95', value: quantile(quantiles?.p95) },
          { key: 'p99', value: quantile(quantiles?.p99) },
          {
            key: facts.errorEvidence,
            value: errors?.evidenceLog10 === undefined ? undefined : evidenceText(errors.evidenceLog10),
          },
          {
            key: facts.tailEvidence,
            value: tail?.evidenceLog10 === undefined ? undefined : evidenceText(tail.evidenceLog10),
          },
          {
            key: facts.body,
            value:
              body === undefined
                ? undefined
                : words.bodyTest({
                    slower: formatShare(body.probabilitySlower),
                    z: formatFigure(body.z),
                    p: formatFigure(body.pValue),
                  }),
          },
        ]}
      />
      {hasWords && <ComparisonWords version={version} />}
    </section>
  );
}

function countText({ count, estimate }: { count: number; estimate?: ShareEstimate | undefined }): string {
  if (estimate === undefined) return formatCount(count);
  return `${formatCount(count)}, ${formatShare(estimate.share)} [${intervalFigure(estimate)}]`;
}
