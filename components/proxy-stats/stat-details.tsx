import { CopyButton } from '#components/ui/copy-button.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { StatRow } from '#lib/contract/proxy-stats.ts';
import { formatCount } from '#lib/format-count.ts';
import { statText } from './stat-value.ts';
import { words } from './words.ts';

/** What one statistic means, and all of what it says. */
export function StatDetails({ row }: { row: StatRow }) {
  const { name, subject, labels, type, value, histogram, unit, explanation, attention } = row;
  return (
    <div className="grid gap-x-8 gap-y-3 px-4 py-3 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-2">
        <p className="flex min-w-0 items-center gap-1">
          <span className="mono truncate font-medium">{name}</span>
          <CopyButton text={name} label="name" />
        </p>
        <p className="max-w-prose">{explanation ?? words.notExplained}</p>
        {attention !== undefined && <StatusBadge status={attention.status} text={words.rule(attention)} />}
      </div>
      <KeyValueList
        rows={[
          { key: words.value, value: value === undefined ? undefined : statText(value, unit) },
          { key: words.count, value: histogram && formatCount(histogram.count) },
          { key: words.mean, value: histogram && statText(histogram.mean, unit) },
          { key: 'p50, p90, p99', value: histogram && quantilesText(row) },
          { key: '', value: histogram && <span className="text-ink-muted">{words.quantiles}</span> },
          { key: words.of, value: subject },
          ...Object.entries(labels).map(([key, text]) => ({ key, value: text })),
          { key: '', value: <span className="text-ink-muted">{words.types[type]}</span> },
        ]}
      />
    </div>
  );
}

function quantilesText({ histogram, unit }: StatRow): string {
  return [histogram?.p50, histogram?.p90, histogram?.p99].map((value) => statText(value, unit)).join(', ');
}
