'use client';

import { useCallback, useMemo, useState } from 'react';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { DecodedUrl } from '#lib/url-state.ts';
import { type ChangeGraphState, type GraphState, graphUrl } from './graph-state.ts';

/**
 * The page's state out of its address. The router hands a new address on some renders late, but a second arrow key
 * steps from where the first one led: the selection is therefore that of the address bar at once.
 */
export function useGraphState(): [GraphState, ChangeGraphState, DecodedUrl<typeof graphUrl>['ignored']] {
  const [values, changeAddress, ignored] = useUrlState(graphUrl);
  const [latest, setLatest] = useState<string>();
  const change = useCallback<ChangeGraphState>(
    (patch, options) => {
      changeAddress(patch, options);
      if (patch.selected !== undefined) setLatest(patch.selected);
    },
    [changeAddress],
  );
  // After a step back the address bar says something else, and is right.
  const selected = latest !== undefined && latest === selectedInAddressBar() ? latest : values.selected;
  const state = useMemo(
    () => (selected === values.selected ? values : { ...values, selected }),
    [values, selected],
  );
  return [state, change, ignored];
}

function selectedInAddressBar(): string {
  return new URLSearchParams(window.location.search).get('selected') ?? '';
}
