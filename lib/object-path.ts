import type { ObjectReference } from './contract/evidence.ts';

/** Stands for the namespace of objects that have none. */
export const clusterScope = '_cluster';

/** The page of an Istio or Gateway API object: `/config/bookinfo/VirtualService/reviews`. */
export function objectPath({ kind, namespace, name }: ObjectReference): string {
  const place = namespace === '' ? clusterScope : namespace;
  return `/config/${encodeURIComponent(place)}/${encodeURIComponent(kind)}/${encodeURIComponent(name)}`;
}
