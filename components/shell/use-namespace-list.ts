import { useState } from 'react';
import type { NamespaceList as List } from './namespace-list.tsx';

/** The list of the namespaces panel. Its search is a library of its own, which is fetched when somebody makes for it. */
export function useNamespaceList() {
  const [NamespaceList, setList] = useState<typeof List>();
  const load = async () => {
    const module = await import('./namespace-list.tsx');
    setList(() => module.NamespaceList);
  };
  return { NamespaceList, load };
}
