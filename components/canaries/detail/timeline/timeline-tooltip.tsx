import { type LineLook, LineMark } from '#components/ui/chart/line-mark.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatClockSeconds } from '#lib/format-time.ts';
import { words } from '../words.ts';

type TimelineTooltipProps = {
  /** Epoch seconds. */
  at: number;
  values: readonly { title: string; look: LineLook; value: number | null }[];
  format: (value: number) => string;
};

/** The figures of one slice. Both charts follow the pointer; only the one that it is over, or that keyboards are in, says them. */
export function TimelineTooltip({ at, values, format }: TimelineTooltipProps) {
  const { zone } = useScope();
  return (
    <div
      role="status"
      className="hidden min-w-36 max-w-72 rounded-md bg-raised px-2.5 py-1.5 text-xs shadow-pop group-has-[:focus-visible]/chart:block group-hover/chart:block"
    >
      <p className="mono text-ink-muted">{words.until(formatClockSeconds({ epochMs: at * 1000, zone }))}</p>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        {values.map(({ title, look, value }) => (
          <div key={title} className="contents">
            <dt className="flex min-w-0 items-center gap-1.5">
              <LineMark {...look} />
              <span className="truncate">{title}</span>
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
