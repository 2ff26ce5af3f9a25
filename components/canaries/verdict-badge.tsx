import {
  Blend,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  EyeOff,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { CanaryStatus } from '#lib/contract/canaries.ts';
import { words } from './words.ts';

const looks: Record<CanaryStatus, { icon: LucideIcon; textClass: string }> = {
  mismatch: { icon: CircleX, textClass: 'text-fail' },
  minor: { icon: TriangleAlert, textClass: 'text-warn' },
  mixed: { icon: Blend, textClass: 'text-info' },
  unobserved: { icon: EyeOff, textClass: 'text-ink-muted' },
  consistent: { icon: CircleCheck, textClass: 'text-ok' },
  insufficient: { icon: CircleQuestionMark, textClass: 'text-ink-muted' },
};

type VerdictBadgeProps = {
  status: CanaryStatus;
  /** Says more than the verdict's own word, for instance `2 mismatches`. */
  text?: string;
  /** On a tinted plate, for headings. */
  isPlate?: boolean;
};

/** Icon and word of a verdict; never colour alone. */
export function VerdictBadge({ status, text, isPlate = false }: VerdictBadgeProps) {
  const { icon: Icon, textClass } = looks[status];
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap align-middle',
        textClass,
        isPlate && 'h-5 rounded-sm bg-tint px-1.5 text-xs font-medium',
      )}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {text ?? words.statuses[status]}
    </span>
  );
}
