import { ChevronDown, ChevronRight, Clock, OctagonX, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { traceWords } from '../trace-words.ts';
import { barOf, type Stretch } from './time-scale.ts';
import type { WaterfallRow } from './waterfall-rows.ts';

type SpanRowProps = {
  row: WaterfallRow;
  /** Where the trace begins, epoch milliseconds. */
  startMs: number;
  stretch: Stretch;
  colour: string;
  isCollapsed: boolean;
  onCollapse: (key: string, isCollapsed: boolean) => void;
};

/** At this depth the indent stops growing, or deep traces would leave no room for names. */
const deepest = 16;

/** The cells of a span: name, bar with its critical parts, duration, own time. Scrolling draws none of them anew. */
export const SpanRow = memo(function SpanRow(props: SpanRowProps) {
  const { row, startMs, stretch, colour, isCollapsed, onCollapse } = props;
  const { span, descendantCount } = row;
  const isWrong = span.isError || (span.story.responseFlags ?? []).length > 0;
  const isOdd = span.oddities.some(({ code }) => code !== 'clockSkew');
  const Chevron = isCollapsed ? ChevronRight : ChevronDown;
  return (
    <>
      <span
        className="flex min-w-0 items-center gap-1.5 self-stretch border-l-[3px] pr-2"
        style={{ borderColor: colour, paddingLeft: 8 + Math.min(span.depth, deepest) * 12 }}
      >
        {descendantCount > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={isCollapsed ? traceWords.expand : traceWords.collapse}
            onClick={(event) => {
              event.stopPropagation();
              onCollapse(row.key, !isCollapsed);
            }}
            className="flex shrink-0 items-center text-ink-muted hover:text-ink"
          >
            <Chevron size={14} aria-hidden />
            {isCollapsed && <span className="mono text-2xs">{descendantCount}</span>}
          </button>
        ) : (
          <span className="w-3.5 shrink-0" />
        )}
        {isWrong && (
          <OctagonX size={13} role="img" aria-label={traceWords.failed} className="shrink-0 text-fail" />
        )}
        {isOdd && (
          <TriangleAlert size={13} role="img" aria-label={traceWords.odd} className="shrink-0 text-warn" />
        )}
        {span.skewMs !== 0 && (
          <Clock size={13} role="img" aria-label={traceWords.skewed} className="shrink-0 text-info" />
        )}
        <span className="min-w-0 truncate" title={`${span.service} ${span.operation}`}>
          <span className="font-medium">{span.service}</span>{' '}
          <span className="text-ink-muted">{span.operation}</span>
        </span>
      </span>
      <span className="relative self-stretch overflow-hidden border-l">
        <Bar span={span} startMs={startMs} stretch={stretch} colour={colour} isWrong={isWrong} />
      </span>
      <span className="figure pr-2">{formatMsFigure(span.durationMs)}</span>
      <span className="figure pr-4 text-ink-muted max-md:hidden">{formatMsFigure(span.selfMs)}</span>
    </>
  );
});

type BarProps = {
  span: WaterfallRow['span'];
  startMs: number;
  stretch: Stretch;
  colour: string;
  isWrong: boolean;
};

function Bar({ span, startMs, stretch, colour, isWrong }: BarProps) {
  const drawn = (fromMs: number, toMs: number) =>
    barOf({ fromMs: fromMs - startMs, toMs: toMs - startMs }, stretch);
  const from = span.startMs + span.skewMs;
  const whole = drawn(from, from + span.durationMs);
  if (whole === undefined) return null;
  return (
    <>
      <span
        className={classNames(
          'absolute top-[8px] h-3 min-w-0.5 rounded-[2px]',
          isWrong && 'ring-1 ring-fail',
        )}
        style={{ left: `${whole.left}%`, width: `${whole.width}%`, background: colour, opacity: 0.75 }}
      />
      {span.critical.map(([criticalFrom, criticalTo]) => {
        const part = drawn(criticalFrom, criticalTo);
        return (
          part !== undefined && (
            <span
              key={criticalFrom}
              className="absolute top-[20px] h-[2px] min-w-px bg-ink"
              style={{ left: `${part.left}%`, width: `${part.width}%` }}
            />
          )
        );
      })}
    </>
  );
}
