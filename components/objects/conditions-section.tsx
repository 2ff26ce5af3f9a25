import { CircleCheck, CircleQuestionMark, TriangleAlert } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { ObjectCondition, ObjectDetail } from '#lib/contract/objects.ts';
import { PathButton } from './path-button.tsx';
import type { Pointing } from './pointing.ts';
import { words } from './words.ts';

type ConditionsSectionProps = {
  detail: ObjectDetail;
  pointing: Pointing;
};

const looks = {
  good: { icon: CircleCheck, textClass: 'text-ok' },
  bad: { icon: TriangleAlert, textClass: 'text-fail' },
  unknown: { icon: CircleQuestionMark, textClass: 'text-ink-muted' },
} as const;

/** What controllers wrote into the object's status. */
export function ConditionsSection({ detail: { conditions }, pointing }: ConditionsSectionProps) {
  if (conditions.length === 0) return null;
  return (
    <NarrowSection title={words.conditions} note={String(conditions.length)}>
      <ul className="flex flex-col gap-1.5">
        {conditions.map((condition) => (
          <li key={condition.path}>
            <ConditionName condition={condition} />
            <PathButton
              path={condition.path}
              text={condition.message ?? condition.reason ?? condition.path}
              pointing={pointing}
              isSmall
            />
          </li>
        ))}
      </ul>
    </NarrowSection>
  );
}

function ConditionName({ condition: { type, status, verdict, of } }: { condition: ObjectCondition }) {
  const { icon: Icon, textClass } = looks[verdict];
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={words.verdicts[verdict]}>
      <Icon size={14} strokeWidth={1.75} aria-hidden className={classNames('shrink-0', textClass)} />
      <span className="truncate">
        {type} <span className={textClass}>{status}</span>
      </span>
      {of !== undefined && <span className="truncate text-xs text-ink-muted">{of}</span>}
    </span>
  );
}
