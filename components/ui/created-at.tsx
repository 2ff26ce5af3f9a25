'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatAge, formatDateTime } from '#lib/format-time.ts';

/** How long ago something came to be, with the moment itself on hover. */
export function CreatedAt({ at }: { at: string }) {
  const { nowMs, zone } = useScope();
  const epochMs = Date.parse(at);
  if (nowMs === 0) return null;
  return (
    <time dateTime={at} title={formatDateTime({ epochMs, zone })}>
      {formatAge((nowMs - epochMs) / 1000)}
    </time>
  );
}
