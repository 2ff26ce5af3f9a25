'use client';

import { MenuCheckItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx';
import { ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import { useStored } from '#components/ui/use-stored.ts';
import { storedEntries } from '#lib/browser-storage.ts';
import { accessColumnIds, accessColumns } from './access-columns.tsx';
import type { ChangeLogsState, LogsState } from './logs-state.ts';
import { words } from './words.ts';

const columnsKey = 'logs';
const nothingHidden: string[] = [];

/** The columns of access lines that the reader put away, as the browser remembers them. */
export function useHiddenColumns(): [string[], (hidden: string[]) => void] {
  const [remembered, remember] = useStored(storedEntries.hiddenColumns);
  return [
    remembered?.[columnsKey] ?? nothingHidden,
    (hidden) => remember({ ...remembered, [columnsKey]: hidden }),
  ];
}

type ViewMenuProps = {
  state: LogsState;
  change: ChangeLogsState;
  hasPrevious: boolean;
};

const toggles = ['times', 'wrap', 'raw'] as const;

/** How lines look, and whether those of the run before are read. */
export function ViewMenu({ state, change, hasPrevious }: ViewMenuProps) {
  const [hidden, setHidden] = useHiddenColumns();
  const shownCount = accessColumnIds.filter((id) => !hidden.includes(id)).length;
  return (
    <ToolbarMenu ariaLabel={words.view} value={state.previous ? words.previous : words.view} align="end">
      {toggles.map((id) => (
        <MenuCheckItem key={id} checked={state[id]} onCheckedChange={(isOn) => change({ [id]: isOn })}>
          {words[id]}
        </MenuCheckItem>
      ))}
      <MenuSeparator />
      <MenuCheckItem
        checked={state.previous}
        disabled={!hasPrevious && !state.previous}
        onCheckedChange={(previous) => change({ previous, follow: false })}
        className="h-auto py-1"
      >
        <span className="flex max-w-64 flex-col">
          <span>{words.previous}</span>
          <span className="text-2xs text-ink-muted">
            {hasPrevious ? words.previousText : words.noPrevious}
          </span>
        </span>
      </MenuCheckItem>
      <MenuSeparator />
      <MenuLabel>{words.columns}</MenuLabel>
      {accessColumnIds.map((id) => (
        <MenuCheckItem
          key={id}
          checked={!hidden.includes(id)}
          disabled={shownCount === 1 && !hidden.includes(id)}
          onCheckedChange={(isShown) =>
            setHidden(isShown ? hidden.filter((one) => one !== id) : [...hidden, id])
          }
        >
          {accessColumns[id].title}
        </MenuCheckItem>
      ))}
    </ToolbarMenu>
  );
}
