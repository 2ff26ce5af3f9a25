'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatAge, formatDateTime } from '#lib/format-time.ts';

/** How long ago something was, with the moment itself on hover. */
export function Age({ at }: { at: string }) {
  const { nowMs, zone } = useScope();
  const epochMs = Date.parse(at);
  if (nowMs === 0) return null;
  return (
    <time dateTime={at} title={formatDateTime({ epochMs, zone })}>
      {formatAge((nowMs - epochMs) / 1000)}
    </time>
  );
}

/** The moment itself. */
export function Moment({ at }: { at: string }) {
  const { zone } = useScope();
  return <time dateTime={at}>{formatDateTime({ epochMs: Date.parse(at), zone })}</time>;
}
