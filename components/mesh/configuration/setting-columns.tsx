import { Pencil } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import type { Setting, SettingValue } from '#lib/contract/mesh-configuration.ts';
import { words } from './words.ts';

/** Columns of settings: one for the value of each revision. */
export function settingColumns(revisions: readonly string[]): Column<Setting>[] {
  return [
    {
      id: 'path',
      title: words.setting,
      width: 268,
      value: ({ path }) => path,
      cell: ({ path }) => <span className="mono font-medium">{path}</span>,
      narrowCell: ({ path, values }) => (
        <span className="flex flex-col leading-[18px]">
          <span className="mono truncate font-medium">{path}</span>
          <span className="mono truncate text-xs text-ink-muted">{values[0]?.value ?? words.unset}</span>
        </span>
      ),
    },
    {
      id: 'changed',
      title: words.changed,
      width: 92,
      value: ({ isChanged }) => (isChanged ? words.isChanged : ''),
      cell: ({ isChanged, differs }) => <ChangedMark isChanged={isChanged} differs={differs} />,
    },
    ...revisions.map(
      (revision, index): Column<Setting> => ({
        id: `value-${revision}`,
        title: revisions.length === 1 ? words.value : words.revision(revision),
        width: 212,
        isWideOnly: true,
        value: ({ values }) => values[index]?.value,
        cell: ({ values }) => <ValueText value={values[index]?.value} />,
      }),
    ),
    {
      id: 'default',
      title: words.default,
      width: 160,
      isWideOnly: true,
      value: (setting) => setting.default,
      cell: (setting) => <ValueText value={setting.default} />,
    },
    {
      id: 'source',
      title: words.source,
      width: 140,
      isWideOnly: true,
      value: ({ values }) => sourceText(values),
    },
    {
      id: 'meaning',
      title: words.meaning,
      isWideOnly: true,
      value: ({ meaning, note }) => [meaning, note].flatMap((text) => text ?? []).join(' '),
      cell: (setting) => <span title={meaningText(setting)}>{meaningText(setting)}</span>,
    },
  ];
}

export function meaningText({ meaning, note, isKnown }: Setting): string {
  if (!isKnown) return words.unknownSetting;
  return [meaning, note].flatMap((text) => text ?? []).join(' ');
}

function ChangedMark({ isChanged, differs }: { isChanged: boolean; differs: boolean }) {
  if (!isChanged) return null;
  return (
    <span className="inline-flex items-center gap-1 text-info" title={differs ? words.differs : undefined}>
      <Pencil size={12} aria-hidden />
      {words.isChanged}
    </span>
  );
}

function ValueText({ value }: { value: string | undefined }) {
  if (value === undefined || value === '') return <span className="text-ink-muted">{words.unset}</span>;
  return (
    <span className="mono" title={value}>
      {value}
    </span>
  );
}

function sourceText(values: readonly SettingValue[]): string {
  const texts = values.map(({ source, line }) =>
    line === undefined ? words.sources[source] : `${words.sources[source]}, ${words.line(line)}`,
  );
  return [...new Set(texts)].join('; ');
}
