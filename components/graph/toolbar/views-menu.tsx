'use client';

import { Bookmark, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useStored } from '#components/ui/use-stored.ts';
import { withoutBasePath } from '#lib/base-path.ts';
import { storedEntries } from '#lib/browser-storage.ts';
import { toolbarWords } from '../words.ts';

/** Addresses of this page under names of the reader's own, kept in the browser. */
export function ViewsMenu() {
  const router = useRouter();
  const [views = [], store] = useStored(storedEntries.namedViews);
  const [name, setName] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const handleSave = (event: FormEvent) => {
    event.preventDefault();
    const title = name.trim();
    if (title === '') return;
    const address = withoutBasePath(window.location.pathname) + window.location.search;
    store([...views.filter((view) => view.name !== title), { name: title, address }]);
    setName('');
  };
  return (
    <Popover
      label={toolbarWords.savedViews}
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      className="w-72 p-1"
      trigger={
        <Button isIcon aria-label={toolbarWords.savedViews} title={toolbarWords.savedViews}>
          <Bookmark size={14} aria-hidden />
        </Button>
      }
    >
      {views.length === 0 && <p className="px-2 py-1 text-ink-muted">{toolbarWords.noViews}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name} className="flex items-center">
            <button
              type="button"
              className="h-7 min-w-0 flex-1 truncate rounded-md px-2 text-left hover:bg-hover"
              onClick={() => {
                router.push(view.address);
                setIsOpen(false);
              }}
            >
              {view.name}
            </button>
            <Button
              look="quiet"
              isIcon
              aria-label={toolbarWords.removeView(view.name)}
              onClick={() => store(views.filter((other) => other.name !== view.name))}
            >
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={handleSave} className="mt-1 flex gap-1 border-t pt-1">
        <input
          aria-label={toolbarWords.viewName}
          placeholder={toolbarWords.saveView}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="h-7 min-w-0 flex-1 rounded-md border bg-surface px-2 text-sm"
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {toolbarWords.save}
        </Button>
      </form>
    </Popover>
  );
}
