import { TriangleAlert } from 'lucide-react';
import { Chip } from '#components/ui/chip.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { columnTitles } from '../column-titles.ts';
import type { Facet, SectionRow } from '../section/section-definition.ts';
import { words } from '../words.ts';
import type { RowDifference } from './row-difference.ts';

type DifferenceOf<Row> = (row: Row) => RowDifference | undefined;

/** Whether istiod has the same. Parts that were there from the start are not istiod's. */
export function differenceColumn<Row extends SectionRow>(of: DifferenceOf<Row>): Column<Row> {
  const wordOf = (row: Row) => (row.state === 'static' ? undefined : words.differences[keyOf(of(row))]);
  return {
    id: 'istiod',
    title: columnTitles.istiod,
    width: 112,
    value: wordOf,
    cell: (row) =>
      of(row) === undefined ? (
        <span className="text-ink-muted">{wordOf(row) ?? '–'}</span>
      ) : (
        <Chip tone="warn">
          <TriangleAlert size={12} aria-hidden />
          {wordOf(row)}
        </Chip>
      ),
    isWideOnly: true,
  };
}

export function differenceFacet<Row extends SectionRow>(of: DifferenceOf<Row>): Facet<Row> {
  return {
    id: 'difference',
    title: words.facets.difference,
    read: (row) => [of(row) === undefined ? 'none' : 'some'],
    wordOf: (value) => (value === 'some' ? words.differences.changed : words.differences.same),
  };
}

function keyOf(difference: RowDifference | undefined): keyof typeof words.differences {
  return difference?.kind ?? 'same';
}
