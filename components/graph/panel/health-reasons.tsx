import { healthLooks } from '#components/ui/health-looks.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { Health } from '#lib/contract/health.ts';
import { panelWords } from './panel-words.ts';

/** Why a thing is not healthy: one sentence each, with its proof behind "why". */
export function HealthReasons({ health }: { health: Health }) {
  if (health.reasons.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-1">
      {health.reasons.map((reason) => (
        <li key={reason.text} className="flex items-start gap-2">
          <span className="min-w-0 flex-1">{reason.text}</span>
          {reason.evidence.length > 0 && (
            <WhyPopover
              title={panelWords.whyHealth(healthLooks[health.status].word)}
              explanation={{ text: reason.text, evidence: reason.evidence }}
              side="left"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
