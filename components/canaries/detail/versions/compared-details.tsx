'use client';

import { KeyValueList } from '#components/ui/key-value-list.tsx';
import type { ComparedVersion, ShareEstimate } from '#lib/contract/canaries.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatFigure } from '#lib/format-number.ts';
import { formatShare } from '#lib/format-share.ts';
import { evidenceText } from '../evidence-figure.ts';
import { intervalFigure } from '../share-text.ts';
import { words } from '../words.ts';
import { ComparisonWords } from './comparison-words.tsx';
import { quantileText } from './quantile-text.ts';

type ComparedDetailsProps = { version: ComparedVersion; slowAboveMs: number | undefined };

/** Intervals, quantiles and tests behind a version's row. */
export function ComparedDetails({ version, slowAboveMs }: ComparedDetailsProps) {
  const { name, failed, byProxy, slower, quantiles, errors, tail, body } = version;
  const { facts } = words.versions;
  const quantile = (interval: { fromMs: number; toMs?: number | undefined } | undefined) =>
    interval === undefined ? undefined : quantileText(interval);
  return (
    <section
      aria-label={words.detailsOf(name)}
      className="grid gap-x-8 gap-y-2 px-4 py-3 md:grid-cols-[auto_minmax(0,1fr)]"
    >
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
      <ComparisonWords version={version} />
    </section>
  );
}

function countText({ count, estimate }: { count: number; estimate?: ShareEstimate | undefined }): string {
  if (estimate === undefined) return formatCount(count);
  return `${formatCount(count)}, ${formatShare(estimate.share)} [${intervalFigure(estimate)}]`;
}
