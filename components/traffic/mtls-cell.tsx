import { Lock, LockOpen } from 'lucide-react';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatShare } from '#lib/format-share.ts';
import { words } from './words.ts';

/** The share of the traffic that was encrypted; only the called side's proxy knows. */
export function MtlsCell({ edge: { mtlsShare } }: { edge: GraphEdge }) {
  if (mtlsShare === undefined) return <span className="text-ink-muted">–</span>;
  const Icon = mtlsShare === 1 ? Lock : LockOpen;
  return (
    <span className={mtlsShare === 1 ? '' : 'text-warn'}>
      <Icon size={12} aria-hidden className="mr-1 inline" />
      {mtlsShare === 0 ? words.plain : formatShare(mtlsShare)}
    </span>
  );
}
