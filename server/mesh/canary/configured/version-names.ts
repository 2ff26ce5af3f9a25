import type { Destination } from './configured-route.ts';

/**
 * Short names that tell the destinations of one rule apart: the subset where all are of one host, else the Service's
 * name; with namespace, subset and port as far as that takes.
 */
export function versionNames(destinations: readonly Destination[]): string[] {
  const isOneHost = new Set(destinations.map(({ host }) => host)).size === 1;
  const areSubsets = isOneHost && destinations.every(({ subset }) => subset !== undefined);
  const subsetOf = ({ subset }: Destination) => (subset === undefined ? '' : ` ${subset}`);
  const portOf = ({ port }: Destination) => (port === undefined ? '' : `:${port}`);
  const ways: readonly ((one: Destination) => string)[] = [
    ...(areSubsets
      ? [({ subset = '' }: Destination) => subset, (one: Destination) => `${one.subset ?? ''}${portOf(one)}`]
      : []),
    (one) => one.service?.name ?? one.host,
    (one) => `${one.service?.name ?? one.host}${subsetOf(one)}`,
    (one) => `${one.service?.name ?? one.host}${portOf(one)}${subsetOf(one)}`,
    (one) => `${one.host}${subsetOf(one)}`,
  ];
  const names = ways
    .map((way) => destinations.map(way))
    .find((candidates) => new Set(candidates).size === candidates.length);
  return names ?? destinations.map((one) => `${one.host}${portOf(one)}${subsetOf(one)}`);
}
