import { CircleCheck } from 'lucide-react';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { words } from '../words.ts';

/** What else could have been, and why it is not. */
export function RuledOutSection({ ruledOut }: Pick<CanaryDetail, 'ruledOut'>) {
  if (ruledOut.length === 0) return null;
  return (
    <NarrowSection title={words.ruledOut} note={words.otherCauses(ruledOut.length)}>
      <ul className="flex flex-col gap-1">
        {ruledOut.map(({ id, title, text }) => (
          <li key={id} className="grid grid-cols-[14px_minmax(0,1fr)] items-start gap-x-2 text-sm">
            <CircleCheck size={14} strokeWidth={1.75} aria-hidden className="mt-[3px] text-ok" />
            <span className="flex flex-wrap justify-between gap-x-3">
              <span>{title}</span>
              <span className="text-ink-muted wrap-anywhere">{text}</span>
            </span>
          </li>
        ))}
      </ul>
    </NarrowSection>
  );
}
