'use client';

import { createContext, type ReactNode, useContext } from 'react';

const InClusterContext = createContext<string | undefined>(undefined);

/**
 * What is shown inside is in one cluster: links inside lead to that cluster, whatever the page is about. Where no name is
 * given nothing changes.
 */
export function InCluster({ name, children }: { name: string | undefined; children: ReactNode }) {
  const around = useClusterHere();
  return <InClusterContext value={name ?? around}>{children}</InClusterContext>;
}

/** The cluster of what is shown here; undefined where that is as the scope says. */
export function useClusterHere(): string | undefined {
  return useContext(InClusterContext);
}

/** Istio's name of the home cluster; undefined until it is known. */
export const HomeClusterContext = createContext<string | undefined>(undefined);
