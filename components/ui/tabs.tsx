'use client';

import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Tab<Id extends string> = {
  id: Id;
  title: string;
  count?: number | undefined;
  /** Behind the title: that something in it wants to be looked at. */
  mark?: ReactNode;
  content: ReactNode;
};

type TabsProps<Id extends string> = {
  label: string;
  tabs: readonly Tab<Id>[];
  current: Id;
  onChange: (id: Id) => void;
  className?: string;
};

/** A row of tabs and the content of the chosen one. */
export function Tabs<Id extends string>({ label, tabs, current, onChange, className }: TabsProps<Id>) {
  const handleChange = (value: string) => {
    const chosen = tabs.find((tab) => tab.id === value);
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    <RadixTabs.Root
      value={current}
      onValueChange={handleChange}
      className={classNames('flex min-h-0 flex-col', className)}
    >
      <RadixTabs.List aria-label={label} className="flex shrink-0 gap-5 overflow-x-auto border-b px-4">
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent font-medium text-ink-muted data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.title}
            {tab.count !== undefined && <span className="mono text-2xs text-ink-muted">{tab.count}</span>}
            {tab.mark}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.id} value={tab.id} className="min-h-0 flex-1">
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
