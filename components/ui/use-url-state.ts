'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { belowBasePath } from '#lib/base-path.ts';
import {
  type DecodedUrl,
  decodeUrlState,
  encodeUrlState,
  queryText,
  type UrlSchema,
} from '#lib/url-state.ts';

type Change<Schema extends UrlSchema> = (
  patch: Partial<z.output<Schema>>,
  /** `push` makes a step for the browser's back button; `replace` is for what changes with every key stroke. */
  options?: { history?: 'push' | 'replace' },
) => void;

/** The page's state out of its address, and how to change it without a round trip to the server. */
export function useUrlState<Schema extends UrlSchema>(
  schema: Schema,
): [DecodedUrl<Schema>['values'], Change<Schema>, DecodedUrl<Schema>['ignored']] {
  const parameters = useSearchParams();
  const pathname = usePathname();
  const { values, ignored } = useMemo(
    () => decodeUrlState(schema, new URLSearchParams(parameters)),
    [schema, parameters],
  );
  const change = useCallback<Change<Schema>>(
    (patch, { history = 'push' } = {}) => {
      // The address bar is newer than the hook's value when two changes come in one tick.
      const current = new URLSearchParams(window.location.search);
      const next = { ...decodeUrlState(schema, current).values, ...patch };
      const query = queryText(encodeUrlState(schema, { values: next, parameters: current }));
      const address = belowBasePath(pathname + query);
      if (history === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    },
    [schema, pathname],
  );
  return [values, change, ignored];
}
