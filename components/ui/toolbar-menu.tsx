'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';

type ToolbarMenuProps = {
  /** Stands before the value; without it the value stands alone and needs an `ariaLabel`. */
  label?: string;
  ariaLabel?: string;
  value: string;
  children: ReactNode;
  align?: 'start' | 'end';
};

/** A button that says what is chosen and opens the choice. */
export function ToolbarMenu({ label, ariaLabel, value, children, align }: ToolbarMenuProps) {
  return (
    <Menu
      align={align}
      trigger={
        <Button
          aria-label={ariaLabel === undefined ? undefined : `${ariaLabel}: ${value}`}
          className="min-w-0 shrink"
        >
          {label !== undefined && <span>{label}:</span>}
          <span className={label === undefined ? 'truncate' : 'truncate font-normal text-ink-muted'}>
            {value}
          </span>
          <ChevronDown size={14} aria-hidden className="shrink-0" />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}

/** A choice with a second, quieter line. */
export function ChoiceText({ title, description }: { title: string; description: string }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span>{title}</span>
      <span className="text-2xs text-ink-muted">{description}</span>
    </span>
  );
}
