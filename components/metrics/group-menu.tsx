'use client';

import { MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx';
import { ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import type { Charts } from '#lib/contract/charts.ts';
import type { ChangeMetrics } from './metrics-state.ts';
import { words } from './words.ts';

type GroupMenuProps = { labels: Charts['labels']; groupBy: readonly string[]; change: ChangeMetrics };

const mostLabels = 4;

/** The labels that the series have; those with several values first, for only they make groups. */
export function GroupMenu({ labels, groupBy, change }: GroupMenuProps) {
  const absent = groupBy.filter((name) => labels.every((label) => label.name !== name));
  const shown = [...absent.map((name) => ({ name, values: 0, example: '' })), ...labels];
  const several = shown.filter(({ name, values }) => values !== 1 || groupBy.includes(name));
  const single = shown.filter((label) => !several.includes(label));
  const item = ({ name, values, example }: Charts['labels'][number]) => (
    <MenuCheckItem
      key={name}
      checked={groupBy.includes(name)}
      disabled={!groupBy.includes(name) && groupBy.length >= mostLabels}
      onCheckedChange={(isOn) =>
        change({ groupBy: isOn ? [...groupBy, name] : groupBy.filter((other) => other !== name) })
      }
    >
      <span className="mono">{name}</span>
      <span className="ml-auto max-w-40 truncate pl-4 text-xs text-ink-muted">
        {values === 1 ? example : values}
      </span>
    </MenuCheckItem>
  );
  return (
    <ToolbarMenu
      label={words.groupBy}
      value={groupBy.length === 0 ? words.groupByNothing : groupBy.join(', ')}
    >
      {groupBy.length > 0 && (
        <>
          <MenuItem onSelect={() => change({ groupBy: [] })}>
            <span className="pl-5.5">{words.ungroup}</span>
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      {several.length > 0 && <MenuLabel>{words.severalValues}</MenuLabel>}
      {several.map(item)}
      {single.length > 0 && <MenuLabel>{words.oneValue}</MenuLabel>}
      {single.map(item)}
    </ToolbarMenu>
  );
}
