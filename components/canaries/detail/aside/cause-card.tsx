import { CircleCheck, CircleDashed, CircleDot, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { AddressLink } from '#components/ui/address-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { CommandLine } from '#components/ui/command-line.tsx';
import type { CanaryCause } from '#lib/contract/canary-cause.ts';
import { words } from '../words.ts';

const confidences: Record<
  CanaryCause['confidence'],
  { icon: LucideIcon; tone: 'ok' | 'info' | 'neutral'; text: string }
> = {
  proven: { icon: CircleCheck, tone: 'ok', text: words.causes.proven },
  likely: { icon: CircleDot, tone: 'info', text: words.causes.likely },
  possible: { icon: CircleDashed, tone: 'neutral', text: words.causes.possible },
};

/** One cause: how sure it is, what it is, the facts that show it, and what to do. */
export function CauseCard({ cause, isObserved }: { cause: CanaryCause; isObserved: boolean }) {
  const { title, confidence, text, sources, facts, fix, command } = cause;
  const { icon: Icon, tone, text: word } = confidences[confidence];
  return (
    <article aria-label={title} className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {title}
        <Chip tone={tone}>
          <Icon size={12} aria-hidden /> {word}
        </Chip>
      </h3>
      <p className="wrap-anywhere">{text}</p>
      {sources.length > 0 && (
        <p className="text-xs text-ink-muted wrap-anywhere">
          {(isObserved ? words.causes.explains : words.causes.concerns)(sources)}
        </p>
      )}
      {facts.length > 0 && (
        <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-xs leading-[18px]">
          {facts.map(({ label, text: fact, link }) => (
            <Fragment key={`${label} ${fact}`}>
              <dt className="text-ink-muted">{label}</dt>
              <dd className="mono min-w-0 text-[11.5px] wrap-anywhere">
                {link === undefined ? fact : <AddressLink link={link}>{fact}</AddressLink>}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      {fix !== undefined && <p className="text-ink-muted wrap-anywhere">{fix}</p>}
      {command !== undefined && <CommandLine command={command} />}
    </article>
  );
}
