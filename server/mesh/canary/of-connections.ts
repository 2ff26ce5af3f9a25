import type { Split } from './split.ts';

/** A VirtualService's `tls` and `tcp` rules choose a version once for each connection, so those are what is counted. */
export function isOfConnections({ protocol }: Pick<Split, 'protocol'>): boolean {
  return protocol === 'tls' || protocol === 'tcp';
}

/** What one of those that are counted for a split is called. */
export function countedNoun(split: Pick<Split, 'protocol'>): 'request' | 'connection' {
  return isOfConnections(split) ? 'connection' : 'request';
}
