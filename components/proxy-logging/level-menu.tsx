'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';

type LevelMenuProps = {
  label: string;
  levels: readonly string[];
  current?: string;
  text: string;
  /** Why it cannot be used now. */
  disabledBecause: string | undefined;
  onChoose: (level: string) => void;
};

/** A level and the choice of another. */
export function LevelMenu({ label, levels, current, text, disabledBecause, onChoose }: LevelMenuProps) {
  const button = (
    <Button aria-label={label} disabled={disabledBecause !== undefined} title={disabledBecause}>
      {text}
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
  if (disabledBecause !== undefined) return button;
  return (
    <Menu trigger={button}>
      {levels.map((level) => (
        <MenuItem key={level} onSelect={() => onChoose(level)}>
          <Check size={14} aria-hidden className={level === current ? undefined : 'invisible'} />
          {level}
        </MenuItem>
      ))}
    </Menu>
  );
}
