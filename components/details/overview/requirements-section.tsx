import { classNames } from '#components/ui/class-names.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { Requirement } from '#lib/contract/details.ts';
import { groupRequirements } from './group-requirements.ts';
import { overviewWords, requirementWords } from './overview-words.ts';
import { requirementLooks } from './requirement-looks.ts';
import { Section } from './section.tsx';

/** What Istio requires of pods and Services, what is not met first, each with its proof and what to do. */
export function RequirementsSection({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <Section title={overviewWords.requirements} note={overviewWords.requirementsNote}>
      {groupRequirements(requirements).map(({ state, requirements: ofState }) => (
        <ul key={state} aria-label={requirementWords[state]} className="px-4 pb-1">
          {ofState.map((requirement) => (
            <RequirementRow key={requirement.id} requirement={requirement} />
          ))}
        </ul>
      ))}
    </Section>
  );
}

/** Outcomes that need no reading: their sentences stay behind "why". */
const quiet: readonly Requirement['state'][] = ['ok', 'notApplicable'];

function RequirementRow({ requirement: { title, state, why, pods } }: { requirement: Requirement }) {
  const look = requirementLooks[state];
  const isQuiet = quiet.includes(state);
  return (
    <li className="grid min-h-7 grid-cols-[16px_104px_minmax(0,1fr)_auto] items-start gap-x-2 py-1">
      <look.icon size={14} aria-hidden className={classNames('mt-[3px]', look.textClass)} />
      <span className={look.textClass}>{requirementWords[state]}</span>
      <span className={classNames('min-w-0', state === 'notApplicable' && 'text-ink-muted')}>
        <span className={isQuiet ? undefined : 'font-medium'}>{title}</span>
        {!isQuiet && (
          <>
            <span className="block">{why.text}</span>
            {why.fix !== undefined && <span className="block text-ink-muted">{why.fix}</span>}
            {pods.length > 0 && (
              <span className="mono block text-ink-muted wrap-anywhere">
                {overviewWords.podsAffected(pods)}
              </span>
            )}
          </>
        )}
      </span>
      <WhyPopover title={overviewWords.why(title)} explanation={why} />
    </li>
  );
}
