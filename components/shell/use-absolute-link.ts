'use client';

import { useCallback } from 'react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { toAbsoluteRange } from '#lib/time-range.ts';
import { queryText } from '#lib/url-state.ts';

/** Copies the address of what is shown now; rejects where the browser has no clipboard. */
export function useAbsoluteLink(): () => Promise<void> {
  const { resolved, namespaces } = useScope();
  return useCallback(async () => {
    const parameters = new URLSearchParams(window.location.search);
    if (resolved !== undefined) {
      const { from, to } = toAbsoluteRange(resolved);
      parameters.set('from', from);
      parameters.set('to', to);
    }
    parameters.set('namespaces', namespaces === '*' ? '*' : namespaces.join(','));
    await navigator.clipboard.writeText(
      `${window.location.origin}${window.location.pathname}${queryText(parameters)}`,
    );
  }, [resolved, namespaces]);
}
