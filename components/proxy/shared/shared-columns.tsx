import type { Column } from '#components/ui/data-table/column.ts';
import { linkKind } from '#components/ui/link-kind.ts';
import { columnTitles } from '../column-titles.ts';
import type { SectionRow } from '../section/section-definition.ts';
import { words } from '../words.ts';
import { ObjectCell } from './object-cell.tsx';
import { StateCell } from './state-cell.tsx';

/** Columns of every section: the objects behind a row, the state of its item, and what Envoy calls its version. */
export function objectColumn<Row extends SectionRow>(width?: number): Column<Row> {
  return {
    id: 'object',
    title: columnTitles.object,
    ...(width === undefined ? {} : { width }),
    value: ({ links }) =>
      links.map(({ kind, namespace, name }) => `${linkKind(kind)} ${namespace}/${name}`).join(', '),
    cell: ({ links }) => <ObjectCell links={links} />,
    isWideOnly: true,
  };
}

export function stateColumn<Row extends SectionRow>(): Column<Row> {
  return {
    id: 'state',
    title: columnTitles.state,
    width: 96,
    value: ({ state, errorState }) =>
      errorState !== undefined && state !== 'rejected' ? words.updateRefused : words.states[state],
    cell: (row) => <StateCell row={row} />,
    isWideOnly: true,
  };
}

export function hiddenColumns<Row extends SectionRow>(): Column<Row>[] {
  return [
    {
      id: 'refusal',
      title: columnTitles.refusal,
      value: ({ errorState }) => errorState?.details,
      isHiddenByDefault: true,
    },
    {
      id: 'lastUpdated',
      title: columnTitles.lastUpdated,
      width: 176,
      value: ({ lastUpdated }) => lastUpdated,
      isHiddenByDefault: true,
    },
    { id: 'version', title: columnTitles.version, value: ({ version }) => version, isHiddenByDefault: true },
    { id: 'path', title: columnTitles.path, value: ({ proofPath }) => proofPath, isHiddenByDefault: true },
  ];
}
