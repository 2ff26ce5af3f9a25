import type { DifferenceLine } from '#lib/contract/drift.ts';
import type { ComparedSides } from './compared-sides.ts';
import { splitRows } from './split-rows.ts';
import { Line } from './unified-lines.tsx';

type SplitLinesProps = { lines: readonly DifferenceLine[]; sides: ComparedSides };

/** The own form on the left, the other on the right. */
export function SplitLines({ lines, sides }: SplitLinesProps) {
  const rows = splitRows(lines);
  return (
    <div className="grid grid-cols-2 divide-x">
      <Column title={sides.own.title} sides={sides} lines={rows.map(({ own }) => own)} />
      <Column title={sides.other.title} sides={sides} lines={rows.map(({ other }) => other)} />
    </div>
  );
}

type ColumnProps = {
  title: string;
  sides: ComparedSides;
  lines: readonly (DifferenceLine | undefined)[];
};

function Column({ title, sides, lines }: ColumnProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="border-b px-3 py-1 text-xs font-medium text-ink-muted">{title}</h3>
      <div className="mono overflow-x-auto py-1.5 text-[11.5px] leading-[18px]">
        <div className="w-max min-w-full">
          {lines
            .map((line, index) => ({ line, key: `${index}` }))
            .map(({ line, key }) =>
              line === undefined ? (
                <div key={key} className="h-[18px] bg-sunken" />
              ) : (
                <Line key={key} line={line} sides={sides} />
              ),
            )}
        </div>
      </div>
    </section>
  );
}
