import { ChevronRight } from 'lucide-react';
import { Tag } from '#components/ui/chip.tsx';
import { filterMeaning, filterWord } from './filter-words.ts';

/** Filters in the order in which they work, each with what it does. */
export function FilterChain({ names }: { names: readonly string[] }) {
  return (
    <ol className="flex flex-wrap items-center gap-y-1">
      {names.map((name, index) => (
        // A filter may stand in a chain twice.
        <li
          key={`${name} ${names.slice(0, index).filter((other) => other === name).length}`}
          className="inline-flex items-center"
        >
          {index > 0 && <ChevronRight size={12} aria-hidden className="mx-1.5 text-ink-muted" />}
          <span title={name} className="inline-flex items-center gap-1.5">
            <Tag className="text-ink">{filterWord(name)}</Tag>
            <span className="text-xs text-ink-muted">{filterMeaning(name)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
