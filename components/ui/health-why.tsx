import type { Health } from '#lib/contract/health.ts';
import { StatusBadge } from './status-badge.tsx';
import { WhyPopover } from './why-popover.tsx';

/** The state of a thing, and all reasons for it with their proof behind "why". */
export function HealthWhy({ name, health }: { name: string; health: Health }) {
  return (
    <span className="inline-flex items-center gap-1.5" title={health.reasons[0]?.text}>
      <StatusBadge status={health.status} />
      {health.reasons.length > 0 && <HealthReasonsWhy name={name} health={health} />}
    </span>
  );
}

export function HealthReasonsWhy({ name, health: { status, reasons } }: { name: string; health: Health }) {
  return (
    <WhyPopover
      title={`Why ${name} is ${status}`}
      explanation={{
        text: reasons.map((reason) => `${reason.text}.`).join(' '),
        evidence: reasons.flatMap((reason) => reason.evidence),
      }}
    />
  );
}
