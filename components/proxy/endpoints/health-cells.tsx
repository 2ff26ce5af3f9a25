import { CircleCheck, CircleQuestionMark, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import { words } from '../words.ts';

type Look = { icon: LucideIcon; className: string };

const unknown: Look = { icon: CircleQuestionMark, className: 'text-restricted' };

/** Envoy's health states of a host that Istio uses; others are shown as unknown with their own word. */
const healthLooks: Readonly<Record<string, Look>> = {
  HEALTHY: { icon: CircleCheck, className: 'text-ok' },
  UNHEALTHY: { icon: OctagonX, className: 'text-fail' },
  DRAINING: { icon: TriangleAlert, className: 'text-warn' },
  TIMEOUT: { icon: OctagonX, className: 'text-fail' },
  DEGRADED: { icon: TriangleAlert, className: 'text-warn' },
};

const outlierLooks: Readonly<Record<string, Look>> = {
  OK: { icon: CircleCheck, className: 'text-ok' },
  FAILED: { icon: OctagonX, className: 'text-fail' },
};

/** What istiod, or Envoy's own checks, say of a host. */
export function HealthCell({ status }: { status: string }) {
  return <LookedUp word={status.toLowerCase()} look={healthLooks[status] ?? unknown} />;
}

/** Whether the host is in use, or was ejected for its failures. */
export function OutlierCell({ check }: { check: string }) {
  const word = check === 'OK' ? words.inUse : check === 'FAILED' ? words.ejected : check;
  return <LookedUp word={word} look={outlierLooks[check] ?? unknown} title={`OUTLIER CHECK ${check}`} />;
}

function LookedUp({
  word,
  look: { icon: Icon, className },
  title,
}: {
  word: string;
  look: Look;
  title?: string;
}) {
  return (
    <span className="inline-flex items-center gap-1" title={title}>
      <Icon size={13} aria-hidden className={className} />
      {word}
    </span>
  );
}
