import { type AccessColumnId, accessColumnIds, accessColumns } from './access-columns.tsx';

/** Between two columns, in pixels. */
export const columnGap = 10;

/** The columns that fit, the most telling first, in the order in which they stand. At least one stays. */
export function chooseColumns({
  width,
  hidden,
}: {
  width: number;
  hidden: readonly string[];
}): AccessColumnId[] {
  const wanted = accessColumnIds
    .filter((id) => !hidden.includes(id))
    .sort((a, b) => accessColumns[a].rank - accessColumns[b].rank);
  let left = width;
  const chosen = wanted.filter((id, index) => {
    const needed = accessColumns[id].width + (index === 0 ? 0 : columnGap);
    // What is less telling than a column without room has none either, or columns would jump in and out.
    left = needed <= left || index === 0 ? left - needed : Number.NEGATIVE_INFINITY;
    return left >= 0 || index === 0;
  });
  return accessColumnIds.filter((id) => chosen.includes(id));
}

/** The CSS grid of the chosen columns. */
export function gridOf(columns: readonly AccessColumnId[]): string {
  const hasFlexible = columns.some((id) => accessColumns[id].weight > 0);
  return columns
    .map((id) => accessColumns[id])
    .map(({ width, weight }) => (weight === 0 ? `${width}px` : `minmax(${width}px, ${weight}fr)`))
    .join(' ')
    .concat(hasFlexible ? '' : ' 1fr');
}
