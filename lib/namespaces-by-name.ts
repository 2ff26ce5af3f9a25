import type { NamespaceItem } from './contract/namespaces.ts';
import { compareNamespaces } from './namespace-status.ts';

/**
 * Each name once where namespaces of several clusters are listed, in the order of the first of each: the item that is worst
 * off, with the requests of all of them.
 */
export function namespacesByName(items: readonly NamespaceItem[]): NamespaceItem[] {
  return [...Map.groupBy(items, ({ name }) => name).values()].flatMap((named) => {
    const [worst] = named.toSorted(compareNamespaces);
    if (worst === undefined || named.length === 1) return named;
    const rates = named.flatMap(({ requestsPerSecond }) => requestsPerSecond ?? []);
    return [
      {
        ...worst,
        ...(rates.length > 0 && { requestsPerSecond: rates.reduce((sum, rate) => sum + rate, 0) }),
      },
    ];
  });
}
