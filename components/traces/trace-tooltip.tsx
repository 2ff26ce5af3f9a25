import type { TraceSummary } from '#lib/contract/traces.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatClockSeconds, type TimeZoneChoice } from '#lib/format-time.ts';

type TraceTooltipProps = { trace: TraceSummary | undefined; zone: TimeZoneChoice };

/** A trace in four lines. */
export function TraceTooltip({ trace, zone }: TraceTooltipProps) {
  if (trace === undefined) return null;
  const { rootService, rootOperation, startMs, durationMs, spanCount, errorSpanCount, services } = trace;
  return (
    <div role="status" className="max-w-80 rounded-md bg-raised px-2.5 py-1.5 text-xs shadow-pop">
      <p className="truncate font-medium">{rootService}</p>
      <p className="mono truncate text-ink-muted">{rootOperation}</p>
      <p>
        {formatMs(durationMs)}, {formatQuantity(spanCount, 'span')} of{' '}
        {formatQuantity(services.length, 'service')}
        {errorSpanCount > 0 && <span className="text-fail">, {formatQuantity(errorSpanCount, 'error')}</span>}
      </p>
      <p className="mono text-ink-muted">{formatClockSeconds({ epochMs: startMs, zone })}</p>
    </div>
  );
}
