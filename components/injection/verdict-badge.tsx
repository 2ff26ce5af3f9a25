import { CircleCheck, CircleHelp, CircleMinus, type LucideIcon, TriangleAlert } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { InjectionVerdict } from '#lib/contract/injection.ts';
import { words } from './words.ts';

const looks: Record<InjectionVerdict, { icon: LucideIcon; textClass: string }> = {
  injected: { icon: CircleCheck, textClass: 'text-ok' },
  notInjected: { icon: CircleMinus, textClass: 'text-ink-muted' },
  conflict: { icon: TriangleAlert, textClass: 'text-fail' },
  undecided: { icon: CircleHelp, textClass: 'text-ink-muted' },
};

export function VerdictBadge({ verdict }: { verdict: InjectionVerdict }) {
  const { icon: Icon, textClass } = looks[verdict];
  return (
    <span className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', textClass)}>
      <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {words.verdicts[verdict]}
    </span>
  );
}
