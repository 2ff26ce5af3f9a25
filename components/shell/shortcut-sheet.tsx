'use client';

import { Dialog } from '#components/ui/dialog.tsx';
import { Key } from '#components/ui/key.tsx';
import { useShortcutGroups } from '#components/ui/scope/shortcuts.tsx';
import { useStored } from '#components/ui/use-stored.ts';
import { storedEntries } from '#lib/browser-storage.ts';
import { words } from './words.ts';

/** All keys that work on this page, and the switch for the single ones. */
export function ShortcutSheet({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const groups = useShortcutGroups();
  const [isAllowed, allow] = useStored(storedEntries.singleKeyShortcuts);
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <label className="mb-3 flex items-center gap-2">
        <input
          type="checkbox"
          className="size-3.5 accent-accent"
          checked={isAllowed !== false}
          onChange={(event) => allow(event.target.checked ? undefined : false)}
        />
        {words.singleKeys}
      </label>
      <dl className="flex flex-col gap-1.5">
        <ShortcutRow title="Go to a page, a thing or an action" keys="Ctrl K" />
        {groups.map((group) => (
          <div key={group.title} className="flex flex-col gap-1.5">
            <h3 className="mt-2 text-xs font-medium text-ink-muted">{group.title}</h3>
            {group.shortcuts.map((shortcut) => (
              <ShortcutRow key={shortcut.key} title={shortcut.title} keys={shortcut.key} />
            ))}
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function ShortcutRow({ title, keys }: { title: string; keys: string }) {
  return (
    <div className="flex items-center gap-2">
      <dt className="flex-1">{title}</dt>
      <dd>
        <Key>{keys}</Key>
      </dd>
    </div>
  );
}
