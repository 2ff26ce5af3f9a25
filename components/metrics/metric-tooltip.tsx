import { LineMark } from '#components/ui/chart/line-mark.tsx';
import { formatClockSeconds, formatDay, type TimeZoneChoice } from '#lib/format-time.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { words } from './words.ts';

type MetricTooltipProps = {
  /** Epoch seconds. */
  at: number;
  lines: readonly { line: DrawnLine; value: number | null }[];
  format: (value: number) => string;
  zone: TimeZoneChoice;
};

/**
 * The figures of one moment, the highest first where there are many. Every chart follows the pointer, but only the one
 * that it is over, or that keyboards are in, shows them.
 */
export function MetricTooltip({ at, lines, format, zone }: MetricTooltipProps) {
  const moment = { epochMs: at * 1000, zone };
  const rows = lines.length > 3 ? lines.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)) : lines;
  return (
    <div
      role="status"
      className="hidden min-w-36 max-w-72 rounded-md bg-raised px-2.5 py-1.5 text-xs shadow-pop group-has-[:focus-visible]/chart:block group-hover/chart:block"
    >
      <p className="mono text-ink-muted">
        {formatDay(moment)} {formatClockSeconds(moment)}
      </p>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        {rows.map(({ line, value }) => (
          <div key={line.key} className="contents">
            <dt className="flex min-w-0 items-center gap-1.5">
              <LineMark {...line.look} />
              <span className="truncate">{line.title}</span>
            </dt>
            <dd className={value === null ? 'figure text-ink-muted' : 'figure'}>
              {value === null ? words.gap : format(value)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
