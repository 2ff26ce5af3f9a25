'use client';

import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';
import type { ChangeTracesState } from './traces-state.ts';
import { words } from './words.ts';

type CompareBarProps = {
  a: string;
  b: string;
  traces: readonly TraceSummary[];
  onChange: ChangeTracesState;
};

/** The traces chosen for comparison, and the way to it once there are two. */
export function CompareBar({ a, b, traces, onChange }: CompareBarProps) {
  const address = useScopedAddress();
  if (a === '' && b === '') return null;
  const chosen = [a, b].filter((id) => id !== '');
  const roots = chosen.map((id) => traces.find(({ traceId }) => traceId === id)?.rootOperation);
  const isDifferent = roots.length === 2 && roots[0] !== roots[1] && !roots.includes(undefined);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-y bg-selected px-4 py-1.5"
    >
      <span className="font-medium">{words.chosen}</span>
      {chosen.map((id) => (
        <span key={id} className="mono">
          {id.slice(0, 8)} <span className="text-ink-muted">{durationText(traces, id)}</span>
        </span>
      ))}
      {chosen.length < 2 && <span className="text-ink-muted">{words.chooseSecond}</span>}
      {isDifferent && <span className="text-warn">{words.differentRoots}</span>}
      <span className="flex-1" />
      {chosen.length === 2 && (
        <Link href={address('/traces/compare', { a, b })} className="font-medium text-accent hover:underline">
          {words.compare}
        </Link>
      )}
      <Button look="quiet" onClick={() => onChange({ a: '', b: '' }, { history: 'replace' })}>
        {words.clear}
      </Button>
    </div>
  );
}

/** Empty for a trace that another search found. */
function durationText(traces: readonly TraceSummary[], id: string): string {
  const trace = traces.find(({ traceId }) => traceId === id);
  return trace === undefined ? '' : formatMs(trace.durationMs);
}
