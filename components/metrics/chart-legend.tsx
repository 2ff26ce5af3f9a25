'use client';

import { type LineLook, LineMark } from '#components/ui/chart/line-mark.tsx';
import { words } from './words.ts';

export type LegendItem = {
  toggle: string;
  title: string;
  look: LineLook;
  /** A figure of the whole range beside the name. */
  figure?: string | undefined;
};

type ChartLegendProps = {
  items: readonly LegendItem[];
  isHidden: (toggle: string) => boolean;
  onToggle: (toggle: string) => void;
};

/** Which line is which; each name shows and hides its lines, in every chart that has them. */
export function ChartLegend({ items, isHidden, onToggle }: ChartLegendProps) {
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">
      {items.map(({ toggle, title, look, figure }) => {
        const isOff = isHidden(toggle);
        return (
          <li key={toggle} className="min-w-0">
            <button
              type="button"
              aria-pressed={!isOff}
              aria-label={words.show(title)}
              title={title}
              onClick={() => onToggle(toggle)}
              className={`flex max-w-64 items-center gap-1.5 text-xs ${isOff ? 'text-ink-muted line-through opacity-60' : 'text-ink'}`}
            >
              <LineMark {...look} />
              <span className="truncate">{title}</span>
              {figure !== undefined && <span className="mono text-[11.5px] text-ink-muted">{figure}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
