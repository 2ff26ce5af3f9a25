import type { CanaryStatus } from '#lib/contract/canaries.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** A verdict in its icon and word, for tables of other features. */
export function VerdictWordPanel({ status }: { status: CanaryStatus }) {
  return <VerdictBadge status={status} />;
}
