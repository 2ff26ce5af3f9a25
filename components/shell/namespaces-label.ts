import type { NamespaceItem } from '#lib/contract/namespaces.ts';

type Chosen = { namespaces: '*' | string[]; items: readonly NamespaceItem[] };

/** The two busiest by name and how many more: `bookinfo, shop` and `+ 3`. */
export function namespacesLabel({ namespaces, items }: Chosen): { first: string; more: string } {
  if (namespaces === '*') return { first: 'All namespaces', more: '' };
  const rates = new Map(items.map((item) => [item.name, item.requestsPerSecond ?? 0]));
  const busiest = [...namespaces].sort((left, right) => (rates.get(right) ?? 0) - (rates.get(left) ?? 0));
  const rest = busiest.length - 2;
  return { first: busiest.slice(0, 2).join(', '), more: rest > 0 ? `+ ${rest}` : '' };
}
