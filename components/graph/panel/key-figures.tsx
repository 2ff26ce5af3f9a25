import { classNames } from '#components/ui/class-names.ts';

export type KeyFigure = { title: string; figure: string; unit?: string; tone?: 'fail' | 'warn' };

const toneClasses = { fail: 'text-fail', warn: 'text-warn' } as const;

/** The numbers that come first, in one row. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="mb-1 grid grid-cols-[1.2fr_1fr_1fr_1fr] gap-x-2">
      {figures.map(({ title, figure, unit, tone }) => (
        <div key={title} className="min-w-0">
          <dt className="text-xs text-ink-muted">{title}</dt>
          <dd className="whitespace-nowrap">
            <span
              className={classNames(
                'font-mono text-[18px] leading-6 font-medium tracking-[-0.03em]',
                tone !== undefined && toneClasses[tone],
              )}
            >
              {figure}
            </span>
            {unit !== undefined && <span className="text-xs text-ink-muted"> {unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Splits a formatted value such as `12.3 req/s` into the number and its unit. */
export function keyFigure(title: string, text: string, tone?: KeyFigure['tone']): KeyFigure {
  const [figure = text, ...unit] = text.split('\u00a0');
  return { title, figure, unit: unit.length === 0 ? undefined : unit.join('\u00a0'), tone };
}
