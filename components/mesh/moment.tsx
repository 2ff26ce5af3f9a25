'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatDateTime } from '#lib/format-time.ts';

/** The moment itself. */
export function Moment({ at }: { at: string }) {
  const { zone } = useScope();
  return <time dateTime={at}>{formatDateTime({ epochMs: Date.parse(at), zone })}</time>;
}
