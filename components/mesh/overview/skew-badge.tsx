import { CircleCheck, CircleQuestionMark, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Skew } from '#lib/contract/mesh.ts';
import { words } from './words.ts';

const looks: Record<Skew, { icon: LucideIcon; textClass: string }> = {
  same: { icon: CircleCheck, textClass: 'text-ok' },
  patch: { icon: CircleCheck, textClass: 'text-ok' },
  supported: { icon: Info, textClass: 'text-info' },
  unsupported: { icon: TriangleAlert, textClass: 'text-warn' },
  unknown: { icon: CircleQuestionMark, textClass: 'text-restricted' },
};

/** Icon and words of how a version stands to its control plane's. */
export function SkewBadge({ skew }: { skew: Skew }) {
  const { icon: Icon, textClass } = looks[skew];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${textClass}`}>
      <Icon size={14} aria-hidden className="shrink-0" />
      {words.skews[skew]}
    </span>
  );
}
