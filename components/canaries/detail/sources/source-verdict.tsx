import type { CanaryVerdict } from '#lib/contract/canaries.ts';
import { VerdictBadge } from '../../verdict-badge.tsx';

/** A source's verdict and its reason in a few words. */
export function SourceVerdict({ verdict: { status, text } }: { verdict: CanaryVerdict }) {
  return (
    <div className="flex flex-col items-start gap-0.5">
      <VerdictBadge status={status} isPlate />
      <span className="text-xs text-ink-muted">{text}</span>
    </div>
  );
}
