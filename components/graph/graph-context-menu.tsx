'use client';

import { DropdownMenu } from 'radix-ui';
import { menuItemClass, menuPanelClass } from '#components/ui/menu.tsx';
import { contextEntriesFor } from './context-entries.ts';
import type { GraphActions } from './graph-actions.ts';
import type { Selection } from './selection.ts';
import type { Point } from './visible-graph.ts';

export type ContextTarget = Selection & Point;

type GraphContextMenuProps = {
  target: ContextTarget | undefined;
  onClose: () => void;
  actions: GraphActions;
};

/** The menu at the pointer, or beside the selected thing when a key opened it. */
export function GraphContextMenu({ target, onClose, actions }: GraphContextMenuProps) {
  if (target === undefined) return null;
  return (
    <DropdownMenu.Root open onOpenChange={(isOpen) => !isOpen && onClose()} modal={false}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          className="pointer-events-none fixed size-px"
          style={{ left: target.x, top: target.y }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" sideOffset={2} collisionPadding={8} className={menuPanelClass}>
          {contextEntriesFor(target.kind).map(({ title, perform }) => (
            <DropdownMenu.Item
              key={title}
              className={menuItemClass}
              onSelect={() => perform(target, actions)}
            >
              {title}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
