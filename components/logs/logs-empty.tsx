import { FileSearch } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { type Logs, logLevels } from '#lib/contract/logs.ts';
import type { ChangeLogsState, LogsState } from './logs-state.ts';
import { words } from './words.ts';

type LogsEmptyProps = {
  logs: Logs;
  /** Lines of any level. */
  lineCount: number;
  state: LogsState;
  change: ChangeLogsState;
};

/** Why there is no line, and what to do. */
export function LogsEmpty({ logs, lineCount, state, change }: LogsEmptyProps) {
  const { containers } = logs;
  const readCount = containers.reduce((sum, one) => sum + one.lineCount, 0);
  if (containers.length === 0)
    return <EmptyState icon={FileSearch} title={words.noContainers} text={words.noContainersText} />;
  if (!containers.some(({ isRead }) => isRead))
    return <EmptyState icon={FileSearch} title={words.noneRead} text={words.noneReadText} />;
  if (lineCount > 0)
    return (
      <EmptyState
        icon={FileSearch}
        title={words.noneOfLevel}
        text={words.noneOfLevelText(lineCount)}
        action={<Button onClick={() => change({ levels: [...logLevels] })}>{words.showLevels}</Button>}
      />
    );
  if (state.search !== '')
    return (
      <EmptyState
        icon={FileSearch}
        title={words.noneFound}
        text={words.noneFoundText(readCount)}
        action={<Button onClick={() => change({ search: '' })}>{words.clearSearch}</Button>}
      />
    );
  return <EmptyState icon={FileSearch} title={words.none} text={words.noneText} />;
}
