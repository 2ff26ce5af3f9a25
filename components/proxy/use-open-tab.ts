'use client';

import { usePathname } from 'next/navigation';
import { useCallback } from 'react';
import { belowBasePath } from '#lib/base-path.ts';
import { queryText } from '#lib/url-state.ts';
import { type ProxyTabId, sectionUrl } from './proxy-state.ts';

/** Opens a tab of a proxy and forgets what the table before it was filtered by. */
export function useOpenTab(parameter: 'tab' | 'view'): (tab: ProxyTabId) => void {
  const pathname = usePathname();
  return useCallback(
    (tab) => {
      const next = new URLSearchParams(window.location.search);
      for (const name of Object.keys(sectionUrl.shape)) next.delete(name);
      next.set(parameter, tab);
      window.history.pushState(null, '', belowBasePath(pathname + queryText(next)));
    },
    [pathname, parameter],
  );
}
