import { CommandLine } from '#components/ui/command-line.tsx';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import { belowBasePath } from '#lib/base-path.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { words } from '../words.ts';

/** How a pipeline asks for the same verdict. */
export function GatesSection({ detail: { object, route, unobserved } }: { detail: CanaryDetail }) {
  const path = belowBasePath(`/api${canaryPath(object, route)}/verdict`);
  return (
    <NarrowSection title={words.gates.title}>
      <div className="flex flex-col gap-1.5">
        <CommandLine command={`GET ${path}`} label={words.gates.address} />
        <p className="text-xs text-ink-muted">
          {unobserved === undefined ? words.gates.hint : words.gates.unobserved}
        </p>
      </div>
    </NarrowSection>
  );
}
