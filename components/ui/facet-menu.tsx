'use client';

import { MenuCheckItem } from './menu.tsx';
import { ToolbarMenu } from './toolbar-menu.tsx';

/** A value that rows are told apart by, with how many rows have it. */
export type FacetOption = { value: string; word: string; count: number };

type FacetMenuProps = {
  title: string;
  options: readonly FacetOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Which values of one facet are shown; none chosen means any. */
export function FacetMenu({ title, options, chosen, onChange }: FacetMenuProps) {
  const value = options
    .filter((option) => chosen.includes(option.value))
    .map(({ word }) => word)
    .join(', ');
  return (
    <ToolbarMenu label={title} value={value === '' ? 'any' : value}>
      {options.map((option) => (
        <MenuCheckItem
          key={option.value}
          checked={chosen.includes(option.value)}
          onCheckedChange={(isChosen) =>
            onChange(isChosen ? [...chosen, option.value] : chosen.filter((other) => other !== option.value))
          }
        >
          <span className="flex-1">{option.word}</span>
          <span className="mono text-2xs text-ink-muted">{option.count}</span>
        </MenuCheckItem>
      ))}
    </ToolbarMenu>
  );
}
