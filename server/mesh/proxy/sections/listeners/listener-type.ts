import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { terminalFilter } from './network-filters.ts';

/** istioctl's word for a listener in its short table: `HTTP`, `TCP`, `HTTP+TCP`, `UNKNOWN`. Its black hole does not count. */
export function listenerType(chains: readonly unknown[]): string {
  const kinds = new Set(
    chains.flatMap((chain) => {
      const filter = terminalFilter(chain);
      if (filter === undefined || isBlackHole(filter.config)) return [];
      return filter.kind === 'http' ? ['HTTP'] : ['TCP'];
    }),
  );
  if (kinds.size === 0) return 'UNKNOWN';
  return kinds.size === 2 ? 'HTTP+TCP' : ([...kinds][0] ?? 'UNKNOWN');
}

function isBlackHole(config: unknown): boolean {
  return (
    textAt(config, 'cluster') === 'BlackHoleCluster' &&
    objectsAt(config, 'weighted_clusters', 'clusters').length === 0
  );
}
