import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { CanaryCause } from '#lib/contract/canary-cause.ts';
import { words } from '../words.ts';
import { CauseCard } from './cause-card.tsx';

/** Why the split is not as configured, the most probable first. */
export function CausesSection({ causes }: { causes: readonly CanaryCause[] }) {
  if (causes.length === 0) return null;
  return (
    <NarrowSection title={words.causes.title(causes.length)}>
      <div className="flex flex-col gap-4">
        {causes.map((cause) => (
          <CauseCard key={`${cause.id} ${cause.text}`} cause={cause} />
        ))}
      </div>
    </NarrowSection>
  );
}
