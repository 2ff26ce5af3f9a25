'use client';

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useShortcuts } from '#components/ui/scope/shortcuts.tsx';
import { words } from '../words.ts';

/** `/` leads into the filter of the table within the element, Escape closes its open row. */
export function useSectionShortcuts({ onClose }: { onClose: () => void }): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  const shortcuts = useMemo(
    () => [
      {
        key: '/',
        title: words.keys.filter,
        onPress: () => element.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
      },
      { key: 'Escape', title: words.keys.close, onPress: () => latest.current() },
    ],
    [],
  );
  useShortcuts(words.keys.table, shortcuts);
  return element;
}
