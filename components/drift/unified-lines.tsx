import { classNames } from '#components/ui/class-names.ts';
import type { DifferenceLine } from '#lib/contract/drift.ts';
import type { ComparedSides } from './compared-sides.ts';
import { lineLooks } from './line-looks.ts';

type UnifiedLinesProps = { lines: readonly DifferenceLine[]; sides: ComparedSides };

/** Both forms in one column. */
export function UnifiedLines({ lines, sides }: UnifiedLinesProps) {
  return (
    <div className="mono overflow-x-auto py-1.5 text-[11.5px] leading-[18px]">
      <div className="w-max min-w-full">
        {numbered(lines).map(({ key, line }) => (
          <Line key={key} line={line} sides={sides} />
        ))}
      </div>
    </div>
  );
}

export function Line({ line: { mark, text }, sides }: { line: DifferenceLine; sides: ComparedSides }) {
  const look = lineLooks[mark];
  return (
    <div className={classNames('min-h-[18px] whitespace-pre px-3', look.className)}>
      <span aria-hidden className="text-ink-muted">
        {look.sign}{' '}
      </span>
      {look.side !== undefined && <span className="sr-only">{`${sides[look.side].name}: `}</span>}
      {text}
    </div>
  );
}

/** Lines have nothing of their own that tells them apart but their place. */
function numbered(lines: readonly DifferenceLine[]): { key: string; line: DifferenceLine }[] {
  return lines.map((line, index) => ({ key: `${index}`, line }));
}
