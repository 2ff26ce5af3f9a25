'use client';

import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { usePaletteGroups } from '#components/ui/scope/palette-items.tsx';
import { scorePalette } from './score-palette.ts';
import { usePaletteCanaries } from './use-palette-canaries.ts';
import { usePaletteObjects, usePaletteProxies } from './use-palette-objects.ts';
import { usePalettePlaces } from './use-palette-places.ts';
import { usePaletteThings } from './use-palette-things.ts';
import { useShellActions } from './use-shell-actions.ts';
import { words } from './words.ts';

type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onShowShortcuts: () => void;
};

/** Everything by name: pages, what the current page shows, namespaces, actions. */
export function CommandPalette({ isOpen, onOpenChange, onShowShortcuts }: CommandPaletteProps) {
  const places = usePalettePlaces();
  const actions = useShellActions({ onShowShortcuts });
  const ofThePage = usePaletteGroups();
  const things = usePaletteThings();
  const canaries = usePaletteCanaries();
  const objects = usePaletteObjects();
  const proxies = usePaletteProxies();
  const groups = [
    places.pages,
    ...ofThePage,
    ...things,
    canaries,
    objects,
    proxies,
    places.namespaces,
    { title: 'Actions', items: actions },
  ];
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-40 bg-canvas/70" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear fixed top-[12vh] left-1/2 z-50 w-[min(560px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-lg bg-raised shadow-pop outline-none"
        >
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Command label="Go to" loop filter={scorePalette}>
            <Command.Input
              placeholder="Go to a page, a workload, an object, a proxy, or do something"
              className="h-11 w-full border-b bg-transparent px-4 outline-none placeholder:text-ink-muted"
            />
            <Command.List className="max-h-[52vh] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-ink-muted">
                {words.nothingFound}
              </Command.Empty>
              {groups
                .filter((group) => group.items.length > 0)
                .map((group) => (
                  <Command.Group
                    key={group.title}
                    heading={group.title}
                    className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-muted"
                  >
                    {group.items.map((item) => (
                      <Command.Item
                        key={item.id}
                        value={`${group.title} ${item.id}`}
                        keywords={[item.title, item.hint ?? '', ...(item.keywords ?? [])]}
                        onSelect={() => {
                          onOpenChange(false);
                          item.onSelect();
                        }}
                        className="flex h-8 items-center gap-2 rounded-md px-2 data-[selected=true]:bg-hover"
                      >
                        {item.icon !== undefined && (
                          <item.icon
                            size={14}
                            strokeWidth={1.5}
                            aria-hidden
                            className="shrink-0 text-ink-muted"
                          />
                        )}
                        <span className="truncate">{item.title}</span>
                        {item.hint !== undefined && (
                          <span className="truncate text-xs text-ink-muted">{item.hint}</span>
                        )}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
