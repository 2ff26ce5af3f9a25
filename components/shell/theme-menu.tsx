'use client';

import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuRadioGroup, MenuRadioItem } from '#components/ui/menu.tsx';
import { parseTheme, type Theme, themes } from '#lib/theme.ts';
import { changeTheme, useTheme } from './use-theme.ts';
import { themeWords } from './words.ts';

export const themeIcons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu() {
  const theme = useTheme();
  const Icon = themeIcons[theme];
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" isIcon aria-label={`Theme: ${themeWords[theme]}`}>
          <Icon size={16} strokeWidth={1.5} aria-hidden />
        </Button>
      }
    >
      <MenuRadioGroup value={theme} onValueChange={(value) => changeTheme(parseTheme(value))}>
        {themes.map((choice) => (
          <MenuRadioItem key={choice} value={choice}>
            {themeWords[choice]}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
