import { classNames } from '#components/ui/class-names.ts';
import { accessColumns } from './access-columns.tsx';
import { columnGap, gridOf } from './choose-columns.ts';
import { gridRoles } from './grid-roles.ts';
import type { LineLayout } from './line-layout.ts';
import { words } from './words.ts';

type ListHeadProps = {
  layout: LineLayout;
  /** Of the list below without its scroll bar, in pixels. */
  width: number;
  hasTimes: boolean;
  hasColumns: boolean;
};

/** The names of the columns; those of access lines where there are any. */
export function ListHead({ layout, width, hasTimes, hasColumns }: ListHeadProps) {
  const lead = [...(hasTimes ? [words.time] : []), words.source, words.level];
  return (
    <div
      {...gridRoles.headRow}
      className="flex h-7 shrink-0 items-center border-b bg-surface pr-3 pl-[15px] text-xs text-ink-muted"
      style={{ gap: columnGap, width }}
    >
      <div className="grid shrink-0" style={{ gridTemplateColumns: layout.lead, gap: columnGap }}>
        {lead.map((title) => (
          <span {...gridRoles.head} key={title} className="truncate">
            {title}
          </span>
        ))}
      </div>
      {hasColumns ? (
        <div
          className="grid min-w-0 flex-1"
          style={{ gridTemplateColumns: gridOf(layout.columns), gap: columnGap }}
        >
          {layout.columns.map((id) => {
            const { title, unit, isNumber } = accessColumns[id];
            return (
              <span {...gridRoles.head} key={id} className={classNames('truncate', isNumber && 'text-right')}>
                {title}
                {unit !== undefined && ` ${unit}`}
              </span>
            );
          })}
        </div>
      ) : (
        <span {...gridRoles.head}>{words.message}</span>
      )}
    </div>
  );
}
