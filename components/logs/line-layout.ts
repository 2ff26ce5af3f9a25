import type { AccessColumnId } from './access-columns.tsx';
import { chooseColumns, columnGap } from './choose-columns.ts';

export type LineLayout = {
  /** Time, container and level stand above the text rather than beside it. */
  isNarrow: boolean;
  /** The CSS grid of what stands before the text. */
  lead: string;
  columns: AccessColumnId[];
};

const narrowBelow = 640;
const timeWidth = 86;
const levelWidth = 76;
/** The colour mark, the padding at the right and the scroll bar. */
const edges = 36;
const labelWidth = { character: 6.7, largest: 190 };

type Asked = { width: number; longestLabel: number; hasTimes: boolean; hiddenColumns: readonly string[] };

/** How lines are laid out in a list of this width. */
export function lineLayout({ width, longestLabel, hasTimes, hiddenColumns }: Asked): LineLayout {
  const isNarrow = width < narrowBelow;
  const label = Math.min(labelWidth.largest, Math.ceil(longestLabel * labelWidth.character));
  const lead = [...(hasTimes ? [timeWidth] : []), label, levelWidth];
  const taken = isNarrow ? 0 : lead.reduce((sum, one) => sum + one + columnGap, 0);
  return {
    isNarrow,
    lead: lead.map((one) => `${one}px`).join(' '),
    columns: chooseColumns({ width: width - taken - edges, hidden: hiddenColumns }),
  };
}
