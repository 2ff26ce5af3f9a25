import { Info, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import type { ProblemSeverity } from '#lib/contract/mesh-problems.ts';
import { words } from './words.ts';

const looks: Record<ProblemSeverity, { icon: LucideIcon; textClass: string }> = {
  failing: { icon: OctagonX, textClass: 'text-fail' },
  degraded: { icon: TriangleAlert, textClass: 'text-warn' },
  info: { icon: Info, textClass: 'text-info' },
};

/** Icon and word of how bad a problem is. */
export function SeverityBadge({ severity }: { severity: ProblemSeverity }) {
  const { icon: Icon, textClass } = looks[severity];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${textClass}`}>
      <Icon size={14} aria-hidden className="shrink-0" />
      {words.severities[severity]}
    </span>
  );
}
