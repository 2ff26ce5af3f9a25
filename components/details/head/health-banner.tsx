import { classNames } from '#components/ui/class-names.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import { HealthReasonsWhy } from '#components/ui/health-why.tsx';
import type { Health } from '#lib/contract/health.ts';
import { words } from '../words.ts';

/** The weightiest reason of a state that is not well, and all of them with their proof behind "why". */
export function HealthBanner({ name, health }: { name: string; health: Health }) {
  const [first, ...others] = health.reasons;
  if (first === undefined) return null;
  const look = healthLooks[health.status];
  return (
    <div
      className={classNames('flex min-h-9 items-center gap-2 border-y bg-tint px-4 py-1.5', look.textClass)}
    >
      <look.icon size={16} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 text-ink">
        <span className="font-semibold">{first.text}.</span>
        {others.length > 0 && (
          <span className="ml-2 text-ink-muted" title={others.map(({ text }) => text).join('\n')}>
            {words.moreReasons(others.length)}
          </span>
        )}
      </p>
      <HealthReasonsWhy name={name} health={health} />
    </div>
  );
}
