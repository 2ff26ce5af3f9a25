'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { scopedAddress } from '#lib/scope-url.ts';

/** Makes links to other pages that keep namespaces and time. */
export function useScopedAddress(): (path: string, own?: Record<string, string>) => string {
  const parameters = useSearchParams();
  return useCallback(
    (path, own) => scopedAddress(path, { current: new URLSearchParams(parameters), own }),
    [parameters],
  );
}
