'use client';

import { type RefObject, useMemo, useRef } from 'react';
import { useShortcuts } from '#components/ui/scope/shortcuts.tsx';
import { words } from './words.ts';

/** The search field, which takes the focus on `/`. */
export function useSearchShortcut(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const shortcuts = useMemo(
    () => [{ key: '/', title: words.search, onPress: () => field.current?.focus() }],
    [],
  );
  useShortcuts(words.shortcuts, shortcuts);
  return field;
}
