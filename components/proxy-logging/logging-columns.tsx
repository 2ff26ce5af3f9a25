import { Chip } from '#components/ui/chip.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import type { ProxyLogger, ProxyLogging } from '#lib/contract/proxy-logging.ts';
import { LevelMenu } from './level-menu.tsx';
import { words } from './words.ts';

type Changing = {
  levels: ProxyLogging['levels'];
  disabledBecause: string | undefined;
  onChange: (logger: string, level: string) => void;
};

/** Columns of the loggers; a level is a button that changes it. */
export function loggingColumns({ levels, disabledBecause, onChange }: Changing): Column<ProxyLogger>[] {
  return [
    {
      id: 'name',
      title: words.logger,
      width: 220,
      value: ({ name }) => name,
      cell: ({ name }) => <span className="mono">{name}</span>,
    },
    {
      id: 'level',
      title: words.level,
      width: 140,
      value: ({ level }) => level,
      sortValue: ({ level }) => levels.indexOf(level),
      cell: ({ level, isChanged }) => (isChanged ? <Chip tone="warn">{level}</Chip> : level),
    },
    {
      id: 'start',
      title: words.start,
      width: 120,
      isWideOnly: true,
      value: ({ startLevel }) => startLevel,
      cell: ({ startLevel }) => <span className="text-ink-muted">{startLevel ?? '–'}</span>,
    },
    {
      id: 'set',
      title: words.set,
      width: 120,
      value: () => undefined,
      cell: ({ name, level }) => (
        <LevelMenu
          label={words.setLevel(name)}
          text="Change"
          levels={levels}
          current={level}
          disabledBecause={disabledBecause}
          onChoose={(next) => onChange(name, next)}
        />
      ),
    },
    {
      id: 'meaning',
      title: words.meaning,
      isWideOnly: true,
      value: ({ explanation }) => explanation,
      cell: ({ explanation }) => (
        <span className="text-ink-muted" title={explanation}>
          {explanation ?? ''}
        </span>
      ),
    },
  ];
}
