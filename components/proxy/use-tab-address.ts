'use client';

import { createContext, useCallback, useContext } from 'react';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { type ProxyTarget, proxyPath } from '#lib/proxy-target.ts';
import type { ProxyTabId } from './proxy-state.ts';

/** Makes the address of a tab where that is not the proxy's own page. */
type OwnPlace = (
  tab: ProxyTabId,
  target: ProxyTarget,
) => { path: string; parameters: Record<string, string> };

/** Set where the tabs of a proxy stand in another page, so that links between them stay there. */
export const TabPlaceContext = createContext<OwnPlace | undefined>(undefined);

/** Makes links to the tabs of a proxy, with what they shall show: a row, a filter. */
export function useTabAddress(
  target: ProxyTarget,
): (tab: ProxyTabId, own?: Record<string, string>) => string {
  const address = useScopedAddress();
  const place = useContext(TabPlaceContext) ?? ownPage;
  return useCallback(
    (tab, own = {}) => {
      const { path, parameters } = place(tab, target);
      return address(path, { ...parameters, cluster: target.cluster, ...own });
    },
    [address, place, target],
  );
}

const ownPage: OwnPlace = (tab, target) => ({ path: proxyPath(target), parameters: { tab } });
