'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useContext } from 'react';
import { scopedAddress } from '#lib/scope-url.ts';
import { HomeClusterContext, useClusterHere } from './in-cluster.tsx';

type Own = Readonly<Record<string, string | undefined>>;

/**
 * Makes links to other pages that keep cluster, namespaces and time. `cluster` among the parameters is that of what the
 * page shows; what this is inside of says it else.
 */
export function useScopedAddress(): (path: string, own?: Own) => string {
  const parameters = useSearchParams();
  const here = useClusterHere();
  const homeCluster = useContext(HomeClusterContext);
  return useCallback(
    (path, own) =>
      scopedAddress(path, {
        current: new URLSearchParams(parameters),
        own: { ...own, cluster: own?.cluster ?? here },
        homeCluster,
      }),
    [parameters, here, homeCluster],
  );
}
