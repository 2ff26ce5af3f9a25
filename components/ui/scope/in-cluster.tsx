'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';

/** `isSaid`: things of other clusters are beside it, so that it has to say in which it is. */
type ClusterHere = { name: string | undefined; isSaid: boolean };

const InClusterContext = createContext<ClusterHere>({ name: undefined, isSaid: false });

type InClusterProps = { name: string | undefined; isSaid?: boolean; children: ReactNode };

/**
 * What is shown inside is in one cluster: links inside lead to that cluster, whatever the page is about. Where no name is
 * given nothing changes.
 */
export function InCluster({ name, isSaid = false, children }: InClusterProps) {
  const around = useContext(InClusterContext);
  const here = useMemo(() => (name === undefined ? around : { name, isSaid }), [name, isSaid, around]);
  return <InClusterContext value={here}>{children}</InClusterContext>;
}

/** The cluster of what is shown here; undefined where that is as the scope says. */
export function useClusterHere(): string | undefined {
  return useContext(InClusterContext).name;
}

/** The name of the cluster of what is shown here; nothing where all around is in the same one. */
export function ClusterHere({ separator = ' · ' }: { separator?: string }) {
  const { name, isSaid } = useContext(InClusterContext);
  return isSaid ? `${name}${separator}` : null;
}

/** Istio's name of the home cluster; undefined until it is known. */
export const HomeClusterContext = createContext<string | undefined>(undefined);
