import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Warning } from '#lib/contract/envelope.ts';
import type { Traces } from '#lib/contract/traces.ts';
import { Asked } from './search-foot.tsx';
import type { ChangeTracesState, TracesState } from './traces-state.ts';
import { words } from './words.ts';

type NoTracesProps = {
  state: TracesState;
  found: Traces;
  warnings: readonly Warning[];
  onChange: ChangeTracesState;
};

const noFilters = { operation: '', min: '', max: '', errors: false, tags: '' };

/** Why there is no trace: no store, filters that are too tight, or nothing sampled in this time. */
export function NoTraces({ state, found, warnings, onChange }: NoTracesProps) {
  if (found.asked === '') {
    const [first] = warnings;
    return <EmptyState title={words.noStore} text={first?.message ?? words.noStoreText} />;
  }
  const { operation, min, max, errors, tags } = state;
  const isFiltered = errors || [operation, min, max, tags].some((text) => text !== '');
  return (
    <EmptyState
      title={words.none}
      text={isFiltered ? words.noneFilteredText : words.noneText}
      action={
        <span className="flex max-w-full flex-col items-center gap-2 text-xs text-ink-muted">
          {isFiltered && <Button onClick={() => onChange(noFilters)}>{words.withoutFilters}</Button>}
          <Asked found={found} />
        </span>
      }
    />
  );
}
