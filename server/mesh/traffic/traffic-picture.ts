import type { GraphQuery } from '#lib/contract/graph-query.ts';
import type { TargetKind } from '#lib/target.ts';

type Picture = Pick<GraphQuery, 'type' | 'serviceNodes'>;

/**
 * The graph in which a target has one node and each of its peers another: workloads meet workloads, applications meet
 * applications, and a service stands between its callers and the workloads behind it.
 */
export const trafficPictures: Record<TargetKind, Picture> = {
  workload: { type: 'workload', serviceNodes: 'false' },
  application: { type: 'app', serviceNodes: 'false' },
  service: { type: 'workload', serviceNodes: 'true' },
};
