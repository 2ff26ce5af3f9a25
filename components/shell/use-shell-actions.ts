'use client';

import { Download, Keyboard, Link2, Maximize, RefreshCw } from 'lucide-react';
import type { PaletteItem } from '#components/ui/scope/palette-items.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { themes } from '#lib/theme.ts';
import { themeIcons } from './theme-menu.tsx';
import { useAbsoluteLink } from './use-absolute-link.ts';
import { useSnapshotAddress } from './use-snapshot-address.ts';
import { changeTheme } from './use-theme.ts';
import { themeWords, words } from './words.ts';

/** What can be done on every page. */
export function useShellActions({ onShowShortcuts }: { onShowShortcuts: () => void }): PaletteItem[] {
  const scope = useScope();
  const copyLink = useAbsoluteLink();
  const snapshotAddress = useSnapshotAddress();
  const themeItems = themes.map((theme) => ({
    id: `theme-${theme}`,
    title: `Theme: ${themeWords[theme].toLowerCase()}`,
    icon: themeIcons[theme],
    onSelect: () => changeTheme(theme),
  }));
  return [
    { id: 'refresh', title: 'Refresh now', icon: RefreshCw, onSelect: scope.refreshNow },
    {
      id: 'copy-link',
      title: words.copyAbsolute,
      icon: Link2,
      // Without a clipboard the address bar is still there to copy from.
      onSelect: () => void copyLink().catch(() => window.prompt(words.copyAbsolute, window.location.href)),
    },
    {
      id: 'kiosk',
      title: scope.isKiosk ? words.leaveKiosk : 'Kiosk mode',
      hint: 'hides navigation and masthead',
      icon: Maximize,
      onSelect: () => scope.changeKiosk(!scope.isKiosk),
    },
    {
      id: 'snapshot',
      title: words.downloadSnapshot,
      hint: words.downloadSnapshotHint,
      icon: Download,
      // A file to keep: the page stays.
      onSelect: () => window.location.assign(snapshotAddress),
    },
    { id: 'shortcuts', title: 'Keyboard shortcuts', icon: Keyboard, onSelect: onShowShortcuts },
    ...themeItems,
  ];
}
