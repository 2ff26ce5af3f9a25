'use client';

import { Ellipsis } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { contextEntriesFor } from '../context-entries.ts';
import type { GraphActions } from '../graph-actions.ts';
import type { Selection } from '../selection.ts';
import { actionWords } from '../words.ts';

/** What the menu at the pointer offers, for those who use none. */
export function ActionsMenu({ selection, actions }: { selection: Selection; actions: GraphActions }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" isIcon aria-label={actionWords.more}>
          <Ellipsis size={16} aria-hidden />
        </Button>
      }
    >
      {contextEntriesFor(selection.kind).map(({ title, perform }) => (
        <MenuItem key={title} onSelect={() => perform(selection, actions)}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
}
