'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window fits a media query; false until the page runs in the browser. */
export function useMedia(text: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const query = window.matchMedia(text);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    [text],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(text).matches,
    () => false,
  );
}

/** Too narrow for things side by side: the width at which the navigation folds away. */
export function useIsNarrow(): boolean {
  return useMedia('(max-width: 720px)');
}
