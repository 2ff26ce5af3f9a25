'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  parseStored,
  readStoredText,
  type StoredEntry,
  subscribeToStorage,
  writeStored,
} from '#lib/browser-storage.ts';

const nothingOnTheServer = () => undefined;

/** A remembered value, undefined until the page runs in the browser, and how to change it. */
export function useStored<Value>(
  stored: StoredEntry<Value>,
): [Value | undefined, (value: Value | undefined) => void] {
  const text = useSyncExternalStore(subscribeToStorage, () => readStoredText(stored), nothingOnTheServer);
  const value = useMemo(() => parseStored(stored, text), [stored, text]);
  const change = useCallback((next: Value | undefined) => writeStored(stored, next), [stored]);
  return [value, change];
}
