import { CircleCheck, OctagonX } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import type { SecretRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { columnTitles } from '../column-titles.ts';
import { Mono } from '../shared/mono.tsx';
import { hiddenColumns, objectColumn, stateColumn } from '../shared/shared-columns.tsx';
import { StateCell } from '../shared/state-cell.tsx';
import { words } from '../words.ts';
import { LifeCell } from './life-cell.tsx';

/** istioctl's columns of secrets, and how much of the leaf's life is over. */
export function secretColumns(target: ProxyTarget): readonly Column<SecretRow>[] {
  return [
    {
      id: 'resourceName',
      title: columnTitles.resourceName,
      value: ({ resourceName }) => resourceName,
      cell: ({ resourceName }) => <Mono text={resourceName} />,
      narrowCell: (row) => <NarrowSecret row={row} />,
    },
    { id: 'type', title: columnTitles.type, width: 96, value: ({ type }) => type, isWideOnly: true },
    {
      id: 'status',
      title: columnTitles.status,
      width: 88,
      value: ({ status }) => status,
      cell: (row) => <StateCell row={row} />,
      isWideOnly: true,
    },
    {
      id: 'validCert',
      title: columnTitles.validCert,
      width: 96,
      value: ({ validCert }) => validCert,
      cell: ({ validCert }) => <ValidText valid={validCert} />,
      isWideOnly: true,
    },
    {
      id: 'life',
      title: columnTitles.life,
      width: 192,
      value: ({ chain }) => chain[0]?.lifeShare,
      cell: (row) => <LifeCell row={row} target={target} />,
      isWideOnly: true,
    },
    {
      id: 'notAfter',
      title: columnTitles.notAfter,
      width: 168,
      value: ({ notAfter }) => notAfter,
      cell: ({ notAfter }) => <Mono text={notAfter} />,
      isWideOnly: true,
    },
    {
      id: 'notBefore',
      title: columnTitles.notBefore,
      width: 168,
      value: ({ notBefore }) => notBefore,
      cell: ({ notBefore }) => <Mono isMuted text={notBefore} />,
      isWideOnly: true,
    },
    {
      id: 'serialNumber',
      title: columnTitles.serialNumber,
      width: 132,
      value: ({ serialNumber }) => serialNumber,
      cell: ({ serialNumber }) => <Mono isMuted text={serialNumber} />,
      isWideOnly: true,
    },
    objectColumn(180),
    {
      id: 'trustDomain',
      title: columnTitles.trustDomain,
      width: 120,
      value: ({ trustDomain }) => trustDomain,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    { ...stateColumn(), isHiddenByDefault: true },
    ...hiddenColumns<SecretRow>(),
  ];
}

function ValidText({ valid }: { valid: string }) {
  const Icon = valid === 'true' ? CircleCheck : OctagonX;
  return (
    <span className="inline-flex items-center gap-1">
      <Icon size={13} aria-hidden className={valid === 'true' ? 'text-ok' : 'text-fail'} />
      {valid === 'true' ? words.valid : words.invalid}
    </span>
  );
}

function NarrowSecret({ row: { resourceName, type, notAfter } }: { row: SecretRow }) {
  return (
    <span className="flex min-w-0 flex-col leading-[18px]">
      <span className="mono truncate font-medium">{resourceName}</span>
      <span className="truncate text-xs text-ink-muted">{`${type} until ${notAfter}`}</span>
    </span>
  );
}
