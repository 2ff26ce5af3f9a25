'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { formatLength } from '#lib/format-length.ts';
import { formatClockSeconds, formatDateTime, formatDay } from '#lib/format-time.ts';

/** When the counted time begins, and how long it is; why it begins there on hover. */
export function SinceCell({ item: { window } }: { item: CanaryItem }) {
  const { zone } = useScope();
  const [fromMs, toMs] = [Date.parse(window.from), Date.parse(window.to)];
  const moment = { epochMs: fromMs, zone };
  const isSameDay = formatDay(moment) === formatDay({ epochMs: toMs, zone });
  return (
    <span
      className="flex min-w-0 flex-col leading-[18px]"
      title={`${formatDateTime(moment)}\n${window.reason}`}
    >
      <span className="mono">{isSameDay ? formatClockSeconds(moment) : formatDay(moment)}</span>
      <span className="text-xs text-ink-muted">{formatLength((toMs - fromMs) / 1000)}</span>
    </span>
  );
}
