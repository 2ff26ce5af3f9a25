'use client';

import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { namespaceStatus } from '#lib/namespace-status.ts';
import { words } from './words.ts';

type Preset = { title: string; hint?: string; isOn: boolean; onChoose: () => void };

type NamespaceListProps = {
  presets: readonly Preset[];
  items: readonly NamespaceItem[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: Error | null;
};

/** Namespaces to tick, with their state and rate; typing narrows the list, arrows and Enter choose. */
export function NamespaceList({ presets, items, chosen, onChange, error }: NamespaceListProps) {
  const handleToggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <Command label="Namespaces" className="flex flex-col">
      <Command.Input
        placeholder="Search namespaces"
        className="mx-1 mb-1 h-7 rounded-md border bg-surface px-2 text-sm outline-none placeholder:text-ink-muted focus:border-accent"
      />
      <Command.List className="max-h-72 overflow-y-auto">
        <Command.Empty className="px-2 py-3 text-sm text-ink-muted">
          {error !== null && items.length === 0
            ? `${words.namespacesUnread} ${error.message}`
            : words.noNamespaceMatches}
        </Command.Empty>
        {presets.map((preset) => (
          <Command.Item
            key={preset.title}
            value={preset.title}
            onSelect={preset.onChoose}
            className="flex h-7 items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-hover"
          >
            <span className="w-3.5 shrink-0 text-accent">
              {preset.isOn && <Check size={14} aria-label="chosen" />}
            </span>
            <span className="whitespace-nowrap">{preset.title}</span>
            <span className="truncate text-xs text-ink-muted">{preset.hint}</span>
          </Command.Item>
        ))}
        <Command.Separator className="mx-2 my-1 border-t" />
        {items.map((item) => {
          const isChosen = chosen.includes(item.name);
          const look = healthLooks[namespaceStatus(item)];
          return (
            <Command.Item
              key={item.name}
              value={item.name}
              onSelect={() => handleToggle(item.name)}
              className="group flex h-7 items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-hover"
            >
              <span
                className={classNames(
                  'grid size-3.5 shrink-0 place-items-center rounded-[3px] border',
                  isChosen ? 'border-accent bg-accent text-on-accent' : 'border-border-control',
                )}
              >
                {isChosen && <Check size={12} strokeWidth={3} aria-label="chosen" />}
              </span>
              <span className="min-w-0 flex-1 truncate">{item.name}</span>
              <button
                type="button"
                tabIndex={-1}
                onClick={(event) => {
                  event.stopPropagation();
                  onChange([item.name]);
                }}
                className="invisible text-xs text-accent group-hover:visible hover:underline"
              >
                only
              </button>
              <look.icon size={14} className={look.textClass} aria-label={look.word} />
              <span className="figure w-12 text-ink-muted">{formatRateFigure(item.requestsPerSecond)}</span>
            </Command.Item>
          );
        })}
      </Command.List>
    </Command>
  );
}
