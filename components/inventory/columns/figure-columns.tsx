import { classNames } from '#components/ui/class-names.ts';
import type { Column } from '#components/ui/data-table/column.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import type { Item } from '#lib/item-status.ts';
import { words } from '../words.ts';

/** What arrived in the window. Where nothing was measured there is a dash, never a zero. */
export function figureColumns<Row extends Item>(): Column<Row>[] {
  return [
    {
      id: 'rate',
      title: words.rate,
      unit: 'req/s',
      value: (row) => row.figures.requestsPerSecond,
      cell: (row) => formatRateFigure(row.figures.requestsPerSecond),
      isNumber: true,
      width: 78,
    },
    {
      id: 'errors',
      title: words.errors,
      unit: '%',
      value: (row) => row.figures.errorShare,
      cell: (row) => (
        <span
          className={classNames(
            row.health.status === 'failing' && (row.figures.errorShare ?? 0) > 0 && 'text-fail',
          )}
        >
          {formatShareFigure(row.figures.errorShare)}
        </span>
      ),
      isNumber: true,
      width: 72,
    },
    {
      id: 'p95',
      title: words.p95,
      unit: 'ms',
      value: (row) => row.figures.p95Ms,
      cell: (row) => formatMsFigure(row.figures.p95Ms),
      isNumber: true,
      width: 66,
      isWideOnly: true,
    },
    {
      id: 'tcp',
      title: words.tcp,
      value: (row) => row.figures.bytesPerSecond,
      cell: (row) => formatBytesPerSecond(row.figures.bytesPerSecond),
      isNumber: true,
      width: 78,
      isWideOnly: true,
    },
  ];
}

/** `2/3`, in amber where some are missing. */
export function podsColumn<Row>(options: {
  title: string;
  read: (row: Row) => { ready: number; total: number } | undefined;
}): Column<Row> {
  return {
    id: 'pods',
    title: options.title,
    value: (row) => {
      const pods = options.read(row);
      return pods === undefined ? undefined : `${pods.ready}/${pods.total}`;
    },
    sortValue: (row) => options.read(row)?.ready,
    cell: (row) => {
      const pods = options.read(row);
      if (pods === undefined) return '–';
      return (
        <span
          title={`${pods.ready} of ${pods.total} ready`}
          className={classNames(pods.ready < pods.total && 'text-warn')}
        >
          {pods.ready}/{pods.total}
        </span>
      );
    },
    isNumber: true,
    width: 74,
    isWideOnly: true,
  };
}
