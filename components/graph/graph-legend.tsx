import { useMemo } from 'react';
import { canvasWords } from './canvas/canvas-words.ts';
import { dashes } from './canvas/draw-edge.ts';
import { markIcons } from './canvas/mark-icons.ts';
import { shapeOutlines } from './canvas/shape-outline.ts';
import { type LegendSymbol, legendMarks } from './legend-marks.ts';
import type { VisibleGraph } from './visible-graph.ts';

type GraphLegendProps = {
  graph: VisibleGraph;
  badges: boolean;
  hasLocks: boolean;
  hasMismatches: boolean;
};

/** A region that scrolls sideways must be reachable by keyboard. */
const keyboardScroll = { tabIndex: 0 };

/** What the marks on the drawing mean; only those that are on it. */
export function GraphLegend({ graph, badges, hasLocks, hasMismatches }: GraphLegendProps) {
  const marks = useMemo(
    () => legendMarks({ graph, badges, hasLocks, hasMismatches }),
    [graph, badges, hasLocks, hasMismatches],
  );
  return (
    <section
      aria-label={canvasWords.legend}
      {...keyboardScroll}
      className="flex h-8 shrink-0 items-center gap-2.5 overflow-x-auto whitespace-nowrap border-border border-t bg-surface px-3 text-2xs [scrollbar-width:none]"
    >
      {marks.map(({ group, title, symbol }, index) => (
        <span
          key={`${group} ${title}`}
          className={
            index > 0 && marks[index - 1]?.group !== group
              ? 'inline-flex items-center gap-1 border-border border-l pl-2.5'
              : 'inline-flex items-center gap-1'
          }
        >
          <LegendMarkSymbol symbol={symbol} />
          {title}
        </span>
      ))}
    </section>
  );
}

function LegendMarkSymbol({ symbol }: { symbol: LegendSymbol }) {
  if (symbol.kind === 'shape')
    return (
      <svg width={14} height={14} viewBox="-20 -20 40 40" aria-hidden className="text-border-control">
        <path
          d={shapeOutlines[symbol.shape]}
          fill="var(--surface)"
          stroke="currentColor"
          strokeWidth={4}
          strokeDasharray={symbol.isDashed ? '6 5' : undefined}
        />
      </svg>
    );
  if (symbol.kind === 'icon') return <Icon icon={symbol.icon} colour={symbol.colour} />;
  const { dash, isRound } = dashes[symbol.dash];
  return (
    <>
      <svg width={20} height={4} aria-hidden>
        <path
          d="M1 2H19"
          stroke={`var(--${symbol.colour})`}
          strokeWidth={2}
          strokeDasharray={dash?.join(' ')}
          strokeLinecap={isRound === true ? 'round' : 'butt'}
        />
      </svg>
      {symbol.icon !== undefined && <Icon icon={symbol.icon} colour={symbol.iconColour ?? symbol.colour} />}
    </>
  );
}

function Icon({ icon, colour }: { icon: keyof typeof markIcons; colour: string }) {
  return (
    <svg width={12} height={12} viewBox="0 0 16 16" aria-hidden>
      <path
        d={markIcons[icon]}
        fill="none"
        stroke={`var(--${colour})`}
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
