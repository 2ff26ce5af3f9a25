'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useShortcuts } from '#components/ui/scope/shortcuts.tsx';
import type { ProxyTabId } from './proxy-state.ts';
import { currentTab } from './tabs-of.ts';
import { words } from './words.ts';

type TabKeys = { tabs: readonly ProxyTabId[]; onChange: (tab: ProxyTabId) => void };

/** `[` and `]` lead to the tabs left and right of the open one. */
export function useTabShortcuts(keys: TabKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const shortcuts = useMemo(() => {
    const step = (by: number) => {
      const { tabs, onChange } = latest.current;
      // The address bar is newer than the page when keys come fast.
      const current = currentTab(new URLSearchParams(window.location.search).get('tab') ?? '', tabs);
      const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
      if (next !== undefined) onChange(next);
    };
    return [
      { key: '[', title: words.previousTab, onPress: () => step(-1) },
      { key: ']', title: words.nextTab, onPress: () => step(1) },
    ];
  }, []);
  useShortcuts(words.pagesKeys, shortcuts);
}
