import { formatMs } from '#lib/format-ms.ts';
import { rulerTicks, type Stretch, shareOf } from './time-scale.ts';

/** Round moments of the stretch, from the trace's start. */
export function Ruler({ stretch }: { stretch: Stretch }) {
  return (
    <span aria-hidden className="relative block h-full overflow-hidden">
      {readableTicks(stretch).map((ms) => (
        <span
          key={ms}
          className="mono absolute inset-y-0 border-l pl-1 text-[10.5px] leading-7 font-normal whitespace-nowrap max-md:even:hidden"
          style={{ left: `${shareOf(ms, stretch) * 100}%` }}
        >
          {formatMs(ms)}
        </span>
      ))}
    </span>
  );
}

/** Without those at the right edge, whose text would be cut. */
function readableTicks(stretch: Stretch): number[] {
  return rulerTicks(stretch).filter((ms) => shareOf(ms, stretch) < 0.92);
}
