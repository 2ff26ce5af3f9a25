'use client';

import { useSyncExternalStore } from 'react';

/** The same width at which the navigation folds away. */
const narrow = '(max-width: 720px)';

/** Whether the window is too narrow for things side by side; false until the page runs in the browser. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(narrow);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  );
}
