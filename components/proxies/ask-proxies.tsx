'use client';

import { RefreshCw } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { WarningLine } from '#components/ui/warning-line.tsx';
import { formatAge } from '#lib/format-time.ts';
import type { useFleet } from './use-fleet.ts';
import { words } from './words.ts';

/** When the proxies themselves were asked, what they did not say, and a button that asks again. */
export function AskProxies({ asked }: { asked: ReturnType<typeof useFleet>['asked'] }) {
  const { nowMs } = useScope();
  const warnings = (asked.data?.warnings ?? []).filter(({ source }) => source === 'envoy');
  const failures =
    asked.error === null ? [] : [{ code: 'ask_failed', message: words.askFailed(asked.error.message) }];
  const text = asked.isFetching
    ? words.asking
    : asked.dataUpdatedAt > 0 && nowMs > 0
      ? words.askedAgo(formatAge(Math.max(0, nowMs - asked.dataUpdatedAt) / 1000))
      : undefined;
  return (
    <div className="flex flex-wrap items-center gap-2" title={words.askTitle}>
      {[...failures, ...warnings].length > 0 && <WarningLine warnings={[...failures, ...warnings]} />}
      {text !== undefined && (
        <span role="status" className="text-ink-muted">
          {text}
        </span>
      )}
      <Button onClick={() => void asked.refetch()} disabled={asked.isFetching}>
        <RefreshCw size={14} aria-hidden />
        {words.ask}
      </Button>
    </div>
  );
}
