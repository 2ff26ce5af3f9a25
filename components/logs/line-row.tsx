import { memo } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { LogLine } from '#lib/contract/logs.ts';
import type { TimeZoneChoice } from '#lib/format-time.ts';
import { accessColumns } from './access-columns.tsx';
import { columnGap, gridOf } from './choose-columns.ts';
import type { ContainerMark } from './container-marks.ts';
import { gridRoles } from './grid-roles.ts';
import type { Finder } from './highlight-ranges.ts';
import { LevelBadge } from './level-badge.tsx';
import type { LineLayout } from './line-layout.ts';
import { formatLineDateTime, formatLineTime } from './line-time.ts';
import type { LogsState } from './logs-state.ts';
import { MarkBar } from './mark-bar.tsx';
import { MarkedText } from './marked-text.tsx';
import { words } from './words.ts';

type LineRowProps = {
  line: LogLine;
  mark: ContainerMark | undefined;
  look: Pick<LogsState, 'times' | 'wrap' | 'raw'>;
  layout: LineLayout;
  zone: TimeZoneChoice;
  find: Finder;
};

/** What stands in a row: time, container and level, then the columns of an access line or the text. */
export const LineRow = memo(function LineRow({ line, mark, look, layout, zone, find }: LineRowProps) {
  const { atMs, access } = line;
  const label = mark?.label ?? line.container;
  return (
    <>
      <MarkBar colour={mark?.colour} />
      <div
        className={classNames(
          'flex min-w-0 flex-1 py-0.5 pr-3 pl-2.5',
          layout.isNarrow ? 'flex-col' : 'items-start',
        )}
        style={{ columnGap }}
      >
        <div
          className={layout.isNarrow ? 'flex flex-wrap gap-x-2' : 'grid shrink-0'}
          style={layout.isNarrow ? {} : { gridTemplateColumns: layout.lead, gap: columnGap }}
        >
          {look.times && (
            <span
              {...gridRoles.cell}
              className="mono leading-5 whitespace-nowrap text-ink-muted"
              title={atMs === undefined ? undefined : formatLineDateTime({ epochMs: atMs, zone })}
            >
              {atMs === undefined ? words.noTime : formatLineTime({ epochMs: atMs, zone })}
            </span>
          )}
          <span
            {...gridRoles.cell}
            className="truncate text-xs leading-5 text-ink-muted"
            title={`${line.pod} ${line.container}`}
          >
            {label}
          </span>
          <span {...gridRoles.cell} className="leading-5">
            <LevelBadge level={line.level} />
          </span>
        </div>
        {access !== undefined && !look.raw ? (
          <div
            className="mono grid min-w-0 flex-1 leading-5 max-md:w-full"
            style={{ gridTemplateColumns: gridOf(layout.columns), gap: columnGap }}
          >
            {layout.columns.map((id) => (
              <span
                {...gridRoles.cell}
                key={id}
                className={classNames(
                  'min-w-0',
                  look.wrap ? 'wrap-anywhere' : 'truncate',
                  accessColumns[id].isNumber && 'text-right tabular-nums',
                )}
              >
                {accessColumns[id].cell({ access, level: line.level, find })}
              </span>
            ))}
          </div>
        ) : (
          <span
            {...gridRoles.cell}
            className={classNames(
              'mono min-w-0 flex-1 leading-5',
              look.wrap ? 'whitespace-pre-wrap wrap-anywhere' : 'truncate whitespace-pre',
            )}
          >
            <MarkedText text={look.wrap ? line.text : firstPart(line.text)} find={find} />
          </span>
        )}
      </div>
    </>
  );
});

/** More of an unwrapped line can be seen on no screen, and laying out megabytes takes seconds. */
function firstPart(text: string): string {
  return text.length > 2_000 ? text.slice(0, 2_000) : text;
}
