import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { CanaryCause } from '#lib/contract/canary-cause.ts';
import { words } from '../words.ts';
import { CauseCard } from './cause-card.tsx';

type CausesSectionProps = {
  causes: readonly CanaryCause[];
  /** Without a request to explain, only what proxies hold is known. */
  isObserved: boolean;
};

/** Why the split is not as configured, the most probable first. */
export function CausesSection({ causes, isObserved }: CausesSectionProps) {
  if (causes.length === 0) return null;
  return (
    <NarrowSection title={isObserved ? words.causes.title(causes.length) : words.causes.inProxies}>
      <div className="flex flex-col gap-4">
        {causes.map((cause) => (
          <CauseCard key={`${cause.id} ${cause.text}`} cause={cause} isObserved={isObserved} />
        ))}
      </div>
    </NarrowSection>
  );
}
