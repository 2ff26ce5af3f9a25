'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { type Warning, warningSchema } from '#lib/contract/envelope.ts';

const withWarnings = z.object({ warnings: z.array(warningSchema) });
const none: Warning[] = [];

/** The warnings of all answers that the page shows at this moment, each once. */
export function useWarnings(): Warning[] {
  const cache = useQueryClient().getQueryCache();
  const last = useRef({ text: '[]', warnings: none });
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  const snapshot = useCallback(() => {
    const found = new Map<string, Warning>();
    for (const query of cache.getAll()) {
      if (!query.isActive()) continue;
      const answer = withWarnings.safeParse(query.state.data);
      if (!answer.success) continue;
      for (const warning of answer.data.warnings) found.set(`${warning.code} ${warning.message}`, warning);
    }
    const warnings = [...found.values()];
    const text = JSON.stringify(warnings);
    // The same warnings must be the same array, or React would render for ever.
    if (text !== last.current.text) last.current = { text, warnings };
    return last.current.warnings;
  }, [cache]);
  return useSyncExternalStore(subscribe, snapshot, () => none);
}
