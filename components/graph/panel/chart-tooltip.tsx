import { formatMs } from '#lib/format-ms.ts';
import { formatRate as formatRequests } from '#lib/format-rate.ts';
import { formatClock, type TimeZoneChoice } from '#lib/format-time.ts';
import type { ChartPoint } from './chart-points.ts';
import { panelWords } from './panel-words.ts';

type ChartTooltipProps = {
  point: ChartPoint | undefined;
  formatRate: (value: number) => string;
  hasErrors: boolean;
  zone: TimeZoneChoice;
};

/** The figures of one moment of the chart. */
export function ChartTooltip({ point, formatRate, hasErrors, zone }: ChartTooltipProps) {
  if (point === undefined) return null;
  const rows = [
    {
      title: panelWords.rate,
      mark: 'bg-mark-tcp',
      value: point.rate === undefined ? undefined : formatRate(point.rate),
    },
    ...(hasErrors
      ? [
          {
            title: panelWords.errors,
            mark: 'bg-mark-fail',
            value: point.errors === undefined ? undefined : formatRequests(point.errors),
          },
        ]
      : []),
    ...(point.p95Ms === undefined ? [] : [{ title: 'p95', mark: '', value: formatMs(point.p95Ms) }]),
  ];
  return (
    <div role="status" className="min-w-32 rounded-md bg-raised px-2.5 py-1.5 text-xs shadow-pop">
      <p className="mono text-ink-muted">{formatClock({ epochMs: point.at * 1000, zone })}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        {rows.map(({ title, mark, value }) => (
          <div key={title} className="contents">
            <dt className="flex items-center gap-1.5">
              <span aria-hidden className={`h-0.5 w-2.5 ${mark}`} />
              {title}
            </dt>
            <dd className="figure">{value ?? panelWords.notMeasured}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
