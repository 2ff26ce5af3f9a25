import type { TargetQuery } from '#lib/contract/details.ts';
import type { GraphNode, NodeKind } from '#lib/contract/graph.ts';
import { ViglaError } from '#server/errors.ts';

type Wanted<Found> = {
  query: Pick<TargetQuery, 'namespace' | 'name' | 'cluster'>;
  /** `workload`, `service` or `application`, for the sentence. */
  word: string;
  home: string;
  /** What the objects of the home cluster have under this name. */
  declared: Found | undefined;
  kinds: readonly NodeKind[];
  nodes: readonly GraphNode[];
  /** Why objects could not be read: then nothing can be said not to exist. */
  unreadBecause?: unknown;
};

/**
 * The thing that a name stands for: an object of the home cluster, or a node that telemetry alone knows. Throws
 * `bad_parameter` with the choices where several clusters have the name and none was chosen, `not_found` where none has,
 * and what kept the objects from being read.
 */
export function findTarget<Found>(wanted: Wanted<Found>): { declared: Found } | { reported: GraphNode } {
  const { query, word, home, declared, kinds, nodes } = wanted;
  const reported = nodes.filter(
    ({ kind, namespace, name, cluster }) =>
      kinds.includes(kind) &&
      namespace === query.namespace &&
      name === query.name &&
      !(cluster === home && declared !== undefined),
  );
  const clusters = [...(declared === undefined ? [] : [home]), ...reported.map(({ cluster }) => cluster)];
  // Telemetry without a cluster's name is of no other cluster that could be chosen.
  const named = clusters.filter((cluster) => cluster !== 'unknown');
  if (query.cluster === undefined && named.length > 1)
    throw new ViglaError(
      'bad_parameter',
      `There is a ${word} ${query.namespace}/${query.name} in each of the clusters ${named.join(', ')}. Name one as cluster=.`,
      { parameter: 'cluster' },
    );
  const chosen = query.cluster ?? named[0] ?? 'unknown';
  if (declared !== undefined && chosen === home) return { declared };
  const node = reported.find(({ cluster }) => cluster === chosen);
  if (node !== undefined) return { reported: node };
  if (wanted.unreadBecause !== undefined) throw wanted.unreadBecause;
  const where = query.cluster === undefined ? '' : ` in cluster ${query.cluster}`;
  throw new ViglaError(
    'not_found',
    `There is no ${word} "${query.name}" in namespace ${query.namespace}${where}, and none of this name had traffic in the time range. /api/${word}s lists those there are.`,
  );
}
