'use client';

import { DropdownMenu } from 'radix-ui';
import { menuItemClass, menuPanelClass } from '#components/ui/menu.tsx';
import type { GraphActions } from './graph-actions.ts';
import type { Selection } from './selection.ts';
import type { Point } from './visible-graph.ts';
import { actionWords } from './words.ts';

export type ContextTarget = Selection & Point;

type Entry = {
  title: string;
  kinds: readonly Selection['kind'][];
  perform: (target: Selection, actions: GraphActions) => void;
};

const plain = ({ kind, id }: Selection): Selection => ({ kind, id });

/** What can be done with a thing of the drawing, in the order of the menu. */
const entries: readonly Entry[] = [
  {
    title: `${actionWords.focusLabel}: upstream`,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.focus(id, 'upstream'),
  },
  {
    title: `${actionWords.focusLabel}: downstream`,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.focus(id, 'downstream'),
  },
  {
    title: `${actionWords.focusLabel}: both ways`,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.focus(id, 'both'),
  },
  {
    title: actionWords.hide,
    kinds: ['node', 'edge', 'box'],
    perform: (target, actions) => actions.hide(plain(target)),
  },
  {
    title: actionWords.findSimilar,
    kinds: ['node', 'edge'],
    perform: (target, actions) => actions.findSimilar(plain(target)),
  },
  {
    title: actionWords.findMembers,
    kinds: ['box'],
    perform: (target, actions) => actions.findSimilar(plain(target)),
  },
  {
    title: actionWords.selectNeighbours,
    kinds: ['node'],
    perform: ({ id }, actions) => actions.findNeighbours(id),
  },
  {
    title: actionWords.copyName,
    kinds: ['node', 'edge', 'box'],
    perform: (target, actions) => actions.copyName(plain(target)),
  },
  {
    title: actionWords.openInTable,
    kinds: ['node', 'edge'],
    perform: (target, actions) => actions.openInTable(plain(target)),
  },
];

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
          {entries
            .filter(({ kinds }) => kinds.includes(target.kind))
            .map(({ title, perform }) => (
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
