'use client';

import { Download } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button } from '#components/ui/button.tsx';
import {
  Menu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
} from '#components/ui/menu.tsx';
import { ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import { type LogLevel, logLevels } from '#lib/contract/logs.ts';
import { formatCount } from '#lib/format-count.ts';
import { type LogFormat, logFormats } from './download-logs.ts';
import { levelLooks } from './level-looks.ts';
import { type ChangeLogsState, type LogsState, tails } from './logs-state.ts';
import { SearchBox } from './search-box.tsx';
import { words } from './words.ts';

type LogsToolbarProps = {
  state: LogsState;
  change: ChangeLogsState;
  counts: Readonly<Record<LogLevel, number>>;
  searchRef: Ref<HTMLInputElement>;
  onDownload: (format: LogFormat) => void;
  picker: ReactNode;
  viewMenu: ReactNode;
  followButton: ReactNode;
};

/** What is read, what of it is shown, and how. */
export function LogsToolbar(props: LogsToolbarProps) {
  const { state, change, counts, searchRef, onDownload, picker, viewMenu, followButton } = props;
  const { levels, tail } = state;
  const handleTail = (value: string) => {
    const chosen = tails.find((known) => known === value);
    if (chosen !== undefined) change({ tail: chosen });
  };
  const handleLevel = (level: LogLevel, isShown: boolean) =>
    change({ levels: logLevels.filter((one) => (one === level ? isShown : levels.includes(one))) });
  const chosenLevels =
    levels.length > 2
      ? words.levelsOf(levels.length, logLevels.length)
      : levels.map((level) => levelLooks[level].word).join(', ');
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b px-4 py-2">
      {picker}
      <SearchBox
        ref={searchRef}
        search={state.search}
        isRegex={state.regex}
        onSearch={(search) => change({ search }, { history: 'replace' })}
        onRegex={(regex) => change({ regex }, { history: 'replace' })}
      />
      <ToolbarMenu
        label={words.levels}
        value={levels.length === logLevels.length ? words.allLevels : chosenLevels || words.noLevels}
      >
        {logLevels.map((level) => (
          <MenuCheckItem
            key={level}
            checked={levels.includes(level)}
            onCheckedChange={(isShown) => handleLevel(level, isShown)}
          >
            <span className="flex-1">{levelLooks[level].word}</span>
            <span className="figure text-ink-muted">{formatCount(counts[level])}</span>
          </MenuCheckItem>
        ))}
      </ToolbarMenu>
      <ToolbarMenu label={words.tail} value={words.tailOf(tail)}>
        <MenuLabel>{words.tailText}</MenuLabel>
        <MenuRadioGroup value={tail} onValueChange={handleTail}>
          {tails.map((count) => (
            <MenuRadioItem key={count} value={count}>
              {words.tailOf(count)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </ToolbarMenu>
      {viewMenu}
      <Menu
        align="end"
        trigger={
          <Button isIcon aria-label={words.download} title={words.download}>
            <Download size={14} aria-hidden />
          </Button>
        }
      >
        {logFormats.map((format) => (
          <MenuItem key={format} onSelect={() => onDownload(format)}>
            {words.formats[format]}
          </MenuItem>
        ))}
      </Menu>
      {followButton}
    </div>
  );
}
