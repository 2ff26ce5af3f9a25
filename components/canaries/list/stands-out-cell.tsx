import { TriangleAlert } from 'lucide-react';
import { objectText } from '#components/ui/object-text.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { words } from './words.ts';

/** What is odd about the rule, else the verdict in a sentence; all of it behind "why". */
export function StandsOutCell({ item }: { item: CanaryItem }) {
  const { object, problems, summary } = item;
  const [first] = problems;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {first !== undefined && (
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-warn" />
      )}
      <span className="line-clamp-2 min-w-0 whitespace-normal text-xs leading-4">
        {first === undefined ? summary : first.text}
      </span>
      {problems.length > 1 && (
        <span className="shrink-0 text-xs text-ink-muted">{words.more(problems.length - 1)}</span>
      )}
      <span className="ml-auto shrink-0">
        <WhyPopover
          title={words.why(objectText(object))}
          explanation={{ text: standsOutText(item), evidence: [] }}
        />
      </span>
    </span>
  );
}

/** Every problem of the rule and of its versions, then the summary. */
export function standsOutText({ problems, summary }: Pick<CanaryItem, 'problems' | 'summary'>): string {
  return [...problems.map(({ text }) => text), summary].join(' ');
}
