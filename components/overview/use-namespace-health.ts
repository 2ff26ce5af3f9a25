'use client';

import { useMemo } from 'react';
import { useNamespaces } from '#components/ui/scope/use-namespaces.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { compareNamespaces } from '#lib/namespace-status.ts';

/** The namespaces in view with their recent rates, worst first. */
export function useNamespaceHealth() {
  const { apiParameters, isReady, namespaces, isDefaultNamespaces } = useScope();
  const { range, at } = apiParameters;
  const query = useNamespaces({ range, at, isEnabled: isReady, include: 'series' });
  const items = query.data?.data.items;
  const shown = useMemo(() => {
    if (items === undefined) return [];
    const inView = items.filter((item) => {
      // By default those without traffic are listed too, as long as anything runs in them.
      if (isDefaultNamespaces) return item.workloads.total > 0;
      return namespaces === '*' || namespaces.includes(item.name);
    });
    return inView.sort(compareNamespaces);
  }, [items, namespaces, isDefaultNamespaces]);
  return { query, shown };
}
