import { Info } from 'lucide-react';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { words } from '../words.ts';

/** What one has to know to read the figures of this rule. */
export function CaveatsSection({ caveats }: Pick<CanaryDetail, 'caveats'>) {
  if (caveats.length === 0) return null;
  return (
    <NarrowSection title={words.caveats}>
      <ul className="flex flex-col gap-1.5">
        {caveats.map(({ id, text }) => (
          <li key={`${id} ${text}`} className="flex items-start gap-2">
            <Info size={14} aria-hidden className="mt-[3px] shrink-0 text-info" />
            <span className="min-w-0 wrap-anywhere">{text}</span>
          </li>
        ))}
      </ul>
    </NarrowSection>
  );
}
