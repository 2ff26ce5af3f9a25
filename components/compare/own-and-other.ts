import type { ComparedField, ComparedLine } from '#lib/contract/compare-sides.ts';
import type { Change, DifferenceLine } from '#lib/contract/drift.ts';

const marks: Record<ComparedLine['mark'], DifferenceLine['mark']> = {
  same: 'same',
  fold: 'fold',
  before: 'right',
  after: 'left',
};

/** The panels of drift show their own form, which is on the right, with a minus: here that is what was. */
export function ownAndOther({ path, before, after }: ComparedField): Change {
  return {
    path,
    ...(before === undefined ? {} : { right: before }),
    ...(after === undefined ? {} : { left: after }),
  };
}

export function ownAndOtherLines(lines: readonly ComparedLine[]): DifferenceLine[] {
  return lines.map(({ mark, text }) => ({ mark: marks[mark], text }));
}
