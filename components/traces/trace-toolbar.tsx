'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { traceWords } from './trace-words.ts';

type TraceToolbarProps = {
  find: string;
  /** Keys of the spans found, in their order. */
  matches: readonly string[];
  current: string;
  isZoomed: boolean;
  hasFolded: boolean;
  onFind: (text: string) => void;
  onGo: (key: string) => void;
  onShowAll: () => void;
  onCollapseAll: (isCollapsed: boolean) => void;
};

/** Search within the trace, folding, and what the marks mean. */
export function TraceToolbar(props: TraceToolbarProps) {
  const { find, matches, current, isZoomed, hasFolded, onFind, onGo, onShowAll, onCollapseAll } = props;
  const at = matches.indexOf(current);
  const go = (step: 1 | -1) => {
    const from = at === -1 && step === -1 ? 0 : at;
    const next = matches[(from + step + matches.length) % matches.length];
    if (next !== undefined) onGo(next);
  };
  const handleSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go(1);
  };
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-y bg-surface px-4 py-1.5">
      <form onSubmit={handleSubmit} className="w-56 max-md:w-full">
        <SearchField
          label={traceWords.search}
          placeholder={traceWords.search}
          value={find}
          onChange={onFind}
          className="w-full"
        />
      </form>
      {find.trim() !== '' && (
        <>
          <span role="status" className="text-ink-muted">
            {traceWords.matches(at + 1, matches.length)}
          </span>
          <Button
            isIcon
            look="quiet"
            aria-label={traceWords.previous}
            disabled={matches.length === 0}
            onClick={() => go(-1)}
          >
            <ChevronUp size={14} aria-hidden />
          </Button>
          <Button
            isIcon
            look="quiet"
            aria-label={traceWords.next}
            disabled={matches.length === 0}
            onClick={() => go(1)}
          >
            <ChevronDown size={14} aria-hidden />
          </Button>
        </>
      )}
      <Button onClick={() => onCollapseAll(!hasFolded)}>
        {hasFolded ? traceWords.expandAll : traceWords.collapseAll}
      </Button>
      {isZoomed && <Button onClick={onShowAll}>{traceWords.wholeTrace}</Button>}
      <span className="flex-1" />
      <span className="flex items-center gap-1.5 text-xs text-ink-muted max-md:hidden">
        <span aria-hidden className="h-[2px] w-4 bg-ink" />
        {traceWords.criticalLegend}
      </span>
    </div>
  );
}
