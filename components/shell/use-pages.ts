'use client';

import { useMemo } from 'react';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { offeredPages } from './pages.ts';

/** The pages of this installation, in the order of the navigation. */
export function usePages() {
  const hasBefore = useStatus().data?.data.before !== undefined;
  return useMemo(() => offeredPages({ hasBefore }), [hasBefore]);
}
