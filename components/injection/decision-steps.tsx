import { CircleCheck, CircleHelp, CircleX, CornerDownRight, type LucideIcon } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { InjectionDecision, InjectionStep } from '#lib/contract/injection.ts';
import { words } from './words.ts';

const looks: Record<InjectionStep['outcome'], { icon: LucideIcon; textClass: string }> = {
  passes: { icon: CornerDownRight, textClass: 'text-ink-muted' },
  stops: { icon: CircleX, textClass: 'text-warn' },
  injects: { icon: CircleCheck, textClass: 'text-ok' },
  undecided: { icon: CircleHelp, textClass: 'text-ink-muted' },
};

/** Every look at a pod in its order, what it found, and which one ended the matter. */
export function DecisionSteps({ decision }: { decision: InjectionDecision }) {
  return (
    <ol className="flex flex-col gap-2">
      {decision.steps.map((step) => {
        const { icon: Icon, textClass } = looks[step.outcome];
        return (
          <li key={step.title} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
            <Icon size={14} aria-hidden className={classNames('mt-[3px]', textClass)} />
            <div className="min-w-0">
              <p>
                <span className="font-medium">{step.title}</span>
                <span className={classNames('ml-2 text-xs', textClass)}>{words.outcomes[step.outcome]}</span>
              </p>
              <p className="text-ink-muted wrap-anywhere">{step.text}</p>
              {step.evidence.map(({ text }) => (
                <p key={text} className="mono text-xs text-ink-muted wrap-anywhere">
                  {text}
                </p>
              ))}
            </div>
          </li>
        );
      })}
      {decision.fix !== undefined && <li className="pl-6">{decision.fix}</li>}
    </ol>
  );
}
