'use client';

import { useScope } from '#components/ui/scope/use-scope.ts';
import type { ComparedSide, ComparedSides } from '#lib/contract/compare-sides.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { words } from './words.ts';

/** What is compared with what: of which cluster, and at which time. */
export function SidesLine({ sides }: { sides: ComparedSides }) {
  return (
    <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-0.5 px-4 pt-2 pb-1">
      <Side title={words.before} side={sides.before} />
      <Side title={words.after} side={sides.after} />
    </dl>
  );
}

function Side({ title, side: { mode, cluster, atMs } }: { title: string; side: ComparedSide }) {
  const { zone } = useScope();
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      <dt className="font-medium">{title}</dt>
      <dd className="text-ink-muted">
        {words.modes[mode]} · {cluster} ·{' '}
        <time dateTime={new Date(atMs).toISOString()} className="mono text-xs">
          {formatDateTime({ epochMs: atMs, zone })}
        </time>
      </dd>
    </div>
  );
}
