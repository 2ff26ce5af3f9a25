import type { CanaryItem } from '#lib/contract/canaries.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import { words as canaryWords } from '../words.ts';
import { agreementOf } from './agreement.ts';
import { words } from './words.ts';

/** How many sources agree, and below it which do not. */
export function SourcesCell({ item }: { item: CanaryItem }) {
  const { sources } = item;
  const { text, deviating, undecided } = agreementOf(item);
  const all = sources.map(
    ({ namespace, workload, verdict }) =>
      `${namespace}/${workload}: ${canaryWords.statuses[verdict.status]}, ${verdict.text}`,
  );
  return (
    <span className="flex min-w-0 flex-col leading-[18px]" title={all.join('\n')}>
      <span className={sources.length === 0 ? 'text-ink-muted' : undefined}>{text}</span>
      {deviating.length > 0 ? (
        <span className="truncate text-xs">
          <VerdictBadge status="mismatch" text={deviating.join(', ')} />
        </span>
      ) : (
        undecided > 0 && <span className="text-xs text-ink-muted">{words.undecided(undecided)}</span>
      )}
    </span>
  );
}
