'use client';

import { Clock } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { formatClockSeconds, formatDateTime } from '#lib/format-time.ts';
import { words } from '../words.ts';

/** Since when requests are counted, and behind it why. */
export function WindowPopover({ window: { from, to, reason } }: Pick<CanaryDetail, 'window'>) {
  const { zone } = useScope();
  const fromMs = Date.parse(from);
  const moment = (epochMs: number) => formatDateTime({ epochMs, zone });
  return (
    <Popover
      label={words.window}
      align="end"
      className="w-[340px] p-3"
      trigger={
        <Button look="quiet" title={reason}>
          <Clock size={14} aria-hidden />
          {words.countedSince(formatClockSeconds({ epochMs: fromMs, zone }))}
        </Button>
      }
    >
      <p className="mb-2">{reason}</p>
      <KeyValueList
        rows={[
          { key: words.from, value: moment(fromMs) },
          { key: words.to, value: moment(Date.parse(to)) },
        ]}
      />
    </Popover>
  );
}
