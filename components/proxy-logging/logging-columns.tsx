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
      cell: ({ name, level, isChanged }) =>
        disabledBecause === undefined ? (
          <LevelMenu
            label={words.setLevel(name, level)}
            text={level}
            levels={levels}
            current={level}
            disabledBecause={undefined}
            onChoose={(next) => onChange(name, next)}
          />
        ) : (
          <LevelText level={level} isChanged={isChanged} />
        ),
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

function LevelText({ level, isChanged }: Pick<ProxyLogger, 'level' | 'isChanged'>) {
  return isChanged ? <Chip tone="warn">{level}</Chip> : level;
}
