import type { ObjectReference } from './contract/evidence.ts';

/**
 * The page of one weighted rule, and below `/api` its route: `/canaries/httproute/shop/catalog-mesh/1`. `route` is the
 * rule's name, else its index, as a split says it.
 */
export function canaryPath({ kind, namespace, name }: ObjectReference, route: string): string {
  return `/canaries/${[kind.toLowerCase(), namespace, name, route].map(encodeURIComponent).join('/')}`;
}
