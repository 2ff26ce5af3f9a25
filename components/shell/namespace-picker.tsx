'use client';

import { ChevronDown, LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { namespacesByName } from '#lib/namespaces-by-name.ts';
import { namespacesLabel } from './namespaces-label.ts';
import { useNamespaceList } from './use-namespace-list.ts';
import { words } from './words.ts';

/** Which namespaces the page looks at. The choice is made when the panel closes, so that each tick does not ask anew. */
export function NamespacePicker() {
  const scope = useScope();
  const [isOpen, setOpen] = useState(false);
  const { NamespaceList, load } = useNamespaceList();
  const [draft, setDraft] = useState<string[]>();
  const items = namespacesByName(scope.namespacesQuery.data?.data.items ?? []);
  const chosen = draft ?? (scope.namespaces === '*' ? items.map((item) => item.name) : scope.namespaces);
  const label = namespacesLabel({ namespaces: scope.namespaces, items });

  const handleOpenChange = async (willOpen: boolean) => {
    // The panel opens with its list in it, so that the search has the focus at once.
    if (willOpen) await load();
    setOpen(willOpen);
    if (!willOpen && draft !== undefined && draft.length > 0) scope.changeNamespaces(draft);
    setDraft(undefined);
  };
  const handlePreset = (preset: '*' | undefined) => {
    setDraft(undefined);
    setOpen(false);
    scope.changeNamespaces(preset);
  };
  const presets = [
    {
      title: words.withTraffic,
      hint: words.withTrafficHint,
      isOn: scope.isDefaultNamespaces && draft === undefined,
      onChoose: () => handlePreset(undefined),
    },
    {
      title: words.allNamespaces,
      isOn: scope.namespaces === '*' && draft === undefined,
      onChoose: () => handlePreset('*'),
    },
  ];

  return (
    <Popover
      label="Namespaces"
      open={isOpen}
      onOpenChange={handleOpenChange}
      className="w-80 p-1"
      trigger={
        <Button
          className="min-w-28 shrink gap-1 max-md:px-1.5"
          aria-label={`Namespaces: ${label.first}${label.more}`}
          onPointerEnter={load}
          onFocus={load}
        >
          <LayoutGrid size={14} aria-hidden className="shrink-0" />
          <span className="max-w-36 min-w-0 truncate">{label.first}</span>
          {label.more !== '' && <span className="shrink-0 text-ink-muted">{label.more}</span>}
          <ChevronDown size={12} aria-hidden className="shrink-0" />
        </Button>
      }
    >
      {NamespaceList !== undefined && (
        <NamespaceList
          presets={presets}
          items={items}
          chosen={chosen}
          onChange={setDraft}
          error={scope.namespacesQuery.error}
        />
      )}
    </Popover>
  );
}
