import type { MetricQuery } from '#server/metrics/query.ts';
import { type MaskRights, maskLabels } from './mask-labels.ts';
import { endOf, isNeutral } from './traffic-ends.ts';

type Labels = Readonly<Record<string, string>>;
type Row = { labels: Labels };
type Masking = { asked: MetricQuery; by: readonly string[] | 'all'; rights: MaskRights };

/**
 * Rows with masked labels, and no others than were asked for; equal ones are not merged yet. Raw counters of single
 * processes are left out where the process is hidden: added up they would look as if one that restarts had run on.
 */
export function maskRows<Masked extends Row>(
  rows: readonly Masked[],
  { asked, by, rights }: Masking,
): { rows: Masked[]; warnings: string[] } {
  const isByProcess = asked.fn === 'sum' && asked.by.some((label) => !isNeutral(label) && !endOf(label));
  let leftOut = 0;
  const masked = rows.flatMap((row) => {
    const { labels, isReporterHidden } = maskLabels(row.labels, rights);
    if (isByProcess && isReporterHidden) {
      leftOut += 1;
      return [];
    }
    return [{ ...row, labels: by === 'all' ? labels : pick(labels, by) }];
  });
  return { rows: masked, warnings: leftOut === 0 ? [] : [hiddenCounters] };
}

const hiddenCounters =
  'What proxies in namespaces that you may not see have counted is not among these counts.';

function pick(labels: Labels, by: readonly string[]): Labels {
  return Object.fromEntries(
    by.flatMap((label) => {
      const value = labels[label];
      return value === undefined ? [] : [[label, value]];
    }),
  );
}
