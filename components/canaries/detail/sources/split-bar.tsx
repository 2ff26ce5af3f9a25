import { barGeometry, type Part } from './bar-geometry.ts';
import type { SourceBar } from './bars-of.ts';

type SplitBarProps = {
  bar: SourceBar;
  chosen: number;
  /** The chosen version's share by configuration. */
  configured: number;
  /** By version. */
  colours: readonly string[];
};

const hatch =
  'repeating-linear-gradient(135deg, transparent 0 3px, color-mix(in oklab, var(--surface) 55%, transparent) 3px 5px)';

/** A split as a bar: its versions side by side, a tick where the chosen one should end, and its interval as a whisker. */
export function SplitBar({ bar, chosen, configured, colours }: SplitBarProps) {
  if (bar.shares === undefined)
    return <span aria-hidden className="h-2 rounded-[2px] border border-dashed" />;
  const isOff = bar.isOff[chosen] === true;
  const { segments, difference } = barGeometry({ shares: bar.shares, chosen, configured });
  return (
    <span aria-hidden className="relative block h-3">
      <span className="absolute inset-x-0 top-0.5 h-2 overflow-hidden rounded-[2px] bg-sunken">
        {segments.map((segment) => (
          <span
            key={segment.version}
            className="absolute inset-y-0 border-r border-surface"
            style={{
              ...placeOf(segment),
              background: isOff && segment.version === chosen ? 'var(--mark-fail)' : colours[segment.version],
            }}
          />
        ))}
        {isOff && difference !== undefined && (
          <span className="absolute inset-y-0" style={{ ...placeOf(difference), backgroundImage: hatch }} />
        )}
      </span>
      <span
        className="absolute inset-y-0 border-l border-dashed border-ink opacity-70"
        style={{ left: `${configured * 100}%` }}
      />
      {bar.whisker !== undefined && (
        <span
          className="absolute inset-y-px border-x-[1.5px] border-ink"
          style={placeOf({ from: bar.whisker.low, to: bar.whisker.high })}
        >
          <span className="absolute inset-x-0 top-1/2 h-[1.5px] -translate-y-1/2 bg-ink shadow-[0_0_0_1px_var(--surface)]" />
        </span>
      )}
    </span>
  );
}

function placeOf({ from, to }: Part) {
  return { left: `${from * 100}%`, width: `${(to - from) * 100}%` };
}
