import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { neededText } from '../needed-text.ts';
import { sourceId } from '../sources/source-id.ts';
import { words } from '../words.ts';

/** Sources that are not decided yet, and what each still takes. */
export function HowLongSection({ sources }: { sources: readonly CanarySource[] }) {
  const undecided = sources.flatMap(({ namespace, workload, needed }) =>
    needed === undefined ? [] : [{ id: sourceId({ namespace, workload }), text: neededText(needed) }],
  );
  if (undecided.length === 0) return null;
  return (
    <NarrowSection title={words.howLong}>
      <ul className="flex flex-col gap-1">
        {undecided.map(({ id, text }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-3">
            <span className="min-w-0 wrap-anywhere">{id}</span>
            <span className="text-ink-muted">{text}</span>
          </li>
        ))}
      </ul>
    </NarrowSection>
  );
}
