'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { formatClockSeconds, formatDateTime, formatDay } from '#lib/format-time.ts';

/** When the counted time begins, and why there. */
export function SinceCell({ item: { window } }: { item: CanaryItem }) {
  const { zone } = useScope();
  const moment = { epochMs: Date.parse(window.from), zone };
  const isSameDay = formatDay(moment) === formatDay({ epochMs: Date.parse(window.to), zone });
  return (
    <span
      className="flex min-w-0 flex-col leading-[18px]"
      title={`${formatDateTime(moment)}\n${window.reason}`}
    >
      <span className="mono">
        {isSameDay ? '' : `${formatDay(moment)} `}
        {formatClockSeconds(moment)}
      </span>
      <span className="truncate text-xs text-ink-muted">{window.reason}</span>
    </span>
  );
}
