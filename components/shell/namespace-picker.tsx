'use client';

import { Check, ChevronDown, LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { NamespaceList } from './namespace-list.tsx';
import { namespacesLabel } from './namespaces-label.ts';
import { words } from './words.ts';

/** Which namespaces the page looks at. The choice is made when the panel closes, so that each tick does not ask anew. */
export function NamespacePicker() {
  const scope = useScope();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<string[]>();
  const items = scope.namespacesQuery.data?.data.items ?? [];
  const chosen = draft ?? (scope.namespaces === '*' ? items.map((item) => item.name) : scope.namespaces);
  const label = namespacesLabel({ namespaces: scope.namespaces, items });

  const handleOpenChange = (willOpen: boolean) => {
    setOpen(willOpen);
    if (!willOpen && draft !== undefined && draft.length > 0) scope.changeNamespaces(draft);
    setDraft(undefined);
  };
  const handlePreset = (preset: '*' | undefined) => {
    setDraft(undefined);
    setOpen(false);
    scope.changeNamespaces(preset);
  };
  const isAll = scope.namespaces === '*' && draft === undefined;
  const isDefault = scope.isDefaultNamespaces && draft === undefined;

  return (
    <Popover
      label="Namespaces"
      open={isOpen}
      onOpenChange={handleOpenChange}
      className="w-80 p-1"
      trigger={
        <Button className="min-w-0 shrink" aria-label={`Namespaces: ${label.first}${label.more}`}>
          <LayoutGrid size={14} aria-hidden className="shrink-0" />
          <span className="max-w-40 min-w-0 truncate">
            {label.first} <span className="text-ink-muted">{label.more}</span>
          </span>
          <ChevronDown size={12} aria-hidden className="shrink-0" />
        </Button>
      }
    >
      <div className="flex flex-col border-b pb-1 mb-1">
        <Preset
          title={words.withTraffic}
          hint={words.withTrafficHint}
          isOn={isDefault}
          onChoose={() => handlePreset(undefined)}
        />
        <Preset title={words.allNamespaces} isOn={isAll} onChoose={() => handlePreset('*')} />
      </div>
      <NamespaceList items={items} chosen={chosen} onChange={setDraft} error={scope.namespacesQuery.error} />
    </Popover>
  );
}

type PresetProps = { title: string; hint?: string; isOn: boolean; onChoose: () => void };

function Preset({ title, hint, isOn, onChoose }: PresetProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onChoose}
      className="flex h-7 items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover"
    >
      <span className="w-3.5 text-accent">{isOn && <Check size={14} aria-hidden />}</span>
      {title}
      {hint !== undefined && <span className="truncate text-xs text-ink-muted">{hint}</span>}
    </button>
  );
}
