import { CircleCheck, CircleDashed, CircleMinus, type LucideIcon, OctagonX } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { CaptureState } from '#lib/contract/ambient.ts';
import { words } from './words.ts';

const looks: Record<CaptureState, { icon: LucideIcon; textClass: string }> = {
  captured: { icon: CircleCheck, textClass: 'text-ok' },
  pending: { icon: CircleDashed, textClass: 'text-warn' },
  notCaptured: { icon: OctagonX, textClass: 'text-fail' },
  excluded: { icon: CircleMinus, textClass: 'text-ink-muted' },
};

export function CaptureBadge({ state }: { state: CaptureState }) {
  const { icon: Icon, textClass } = looks[state];
  return (
    <span className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', textClass)}>
      <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {words.states[state]}
    </span>
  );
}
