import { PlainTable } from '#components/ui/plain-table.tsx';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { formatCount } from '#lib/format-count.ts';
import { notKnown } from '#lib/format-number.ts';
import { formatConfiguredFigure, formatShareFigure } from '#lib/format-share.ts';
import { intervalFigure, pointsFigure } from '../share-text.ts';
import { words } from '../words.ts';

type SourceVersionsTableProps = { source: CanarySource; versions: CanaryDetail['versions'] };

/** A source's requests by version, beside what is configured and what they may differ by. */
export function SourceVersionsTable({ source, versions }: SourceVersionsTableProps) {
  const { columns } = words.sources;
  const rows = versions.map((version, index) => ({ version, own: source.versions[index] }));
  return (
    <PlainTable
      label={words.sources.byVersion}
      rows={rows}
      rowId={({ version }) => version.name}
      columns={[
        { title: columns.version, cell: ({ version }) => <span className="mono">{version.name}</span> },
        { title: columns.requests, isNumber: true, cell: ({ own }) => formatCount(own?.count) },
        {
          title: `${columns.configured} %`,
          isNumber: true,
          cell: ({ version }) => formatConfiguredFigure(version.share),
        },
        {
          title: `${columns.observed} %`,
          isNumber: true,
          cell: ({ own }) => (
            <span className={own?.isOutside === true ? 'text-fail' : undefined}>
              {formatShareFigure(own?.estimate?.share)}
            </span>
          ),
        },
        {
          title: `${columns.interval} %`,
          isNumber: true,
          isWideOnly: true,
          cell: ({ own }) => (own?.estimate === undefined ? notKnown : intervalFigure(own.estimate)),
        },
        {
          title: columns.difference,
          isNumber: true,
          isWideOnly: true,
          cell: ({ own }) => (own?.difference === undefined ? notKnown : pointsFigure(own.difference)),
        },
        {
          title: columns.delta,
          isNumber: true,
          isWideOnly: true,
          cell: ({ own }) => (own === undefined ? notKnown : `± ${formatConfiguredFigure(own.delta)}`),
        },
      ]}
    />
  );
}
