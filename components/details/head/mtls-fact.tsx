import { Lock, LockOpen } from 'lucide-react';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectText } from '#components/ui/object-text.ts';
import type { WorkloadDetail } from '#lib/contract/details.ts';
import { words } from '../words.ts';

/** The mode in force, and which object sets it on hover. */
export function MtlsFact({ mtls: { mode, setBy } }: { mtls: NonNullable<WorkloadDetail['mtls']> }) {
  const Icon = mode === 'STRICT' ? Lock : LockOpen;
  return (
    <span
      title={setBy === undefined ? words.facts.mtlsDefault : objectText(setBy)}
      className="inline-flex items-center gap-1"
    >
      <Icon size={13} aria-hidden className={mode === 'STRICT' ? 'text-ok' : 'text-ink-muted'} />
      {setBy === undefined ? mode : <ObjectLink object={setBy}>{mode}</ObjectLink>}
    </span>
  );
}
