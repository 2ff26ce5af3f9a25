'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

/** The page's clock: it moves with each refresh, never in between, so that all answers speak of one moment. */
export function useRefresh({
  everyMs,
  isFixedInThePast,
}: {
  everyMs: number | undefined;
  isFixedInThePast: boolean;
}) {
  const queryClient = useQueryClient();
  // 0 until the browser runs: the server's clock is not the reader's.
  const [nowMs, setNowMs] = useState(0);

  const refreshNow = useCallback(() => {
    setNowMs(Date.now());
    const isRefreshed = ({ meta }: { meta: Record<string, unknown> | undefined }) =>
      meta?.isOnDemand !== true;
    void queryClient.invalidateQueries(
      { refetchType: 'active', predicate: isRefreshed },
      { cancelRefetch: false },
    );
  }, [queryClient]);

  useEffect(() => setNowMs(Date.now()), []);

  useEffect(() => {
    if (everyMs === undefined || isFixedInThePast) return;
    const timer = window.setInterval(() => {
      // A hidden page asks for nothing; a slow answer is waited for rather than asked for twice.
      if (document.visibilityState === 'visible' && queryClient.isFetching() === 0) refreshNow();
    }, everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs, isFixedInThePast, queryClient, refreshNow]);

  return { nowMs, refreshNow };
}
