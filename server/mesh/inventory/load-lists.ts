import type { Answer } from '#lib/contract/envelope.ts';
import type { Applications, InventoryQuery, Services, Workloads } from '#lib/contract/inventory.ts';
import { acrossClusters } from '#server/mesh/load-across-clusters.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { applicationItems } from './application-items.ts';
import { applicationFacts, serviceFacts, workloadFacts } from './list-facts-of.ts';
import { loadPicture } from './load-picture.ts';
import { serviceItems } from './service-items.ts';
import { byName, workloadItems } from './workload-items.ts';

/**
 * Every workload of the namespaces, with health and figures of the window. Throws `unknown_namespace` as the graph does, and
 * the source's error when nothing could be read.
 */
export const loadWorkloads = acrossClusters(
  async (query: InventoryQuery, context: LoadContext): Promise<Answer<Workloads>> => {
    const picture = await loadPicture(query, context);
    picture.refuseUnknownNamespaces();
    return { data: { items: workloadItems(workloadFacts(picture)) }, warnings: picture.warnings };
  },
  { order: byName },
);

/** Every Service and ServiceEntry of the namespaces. */
export const loadServices = acrossClusters(
  async (query: InventoryQuery, context: LoadContext): Promise<Answer<Services>> => {
    const picture = await loadPicture(query, context);
    picture.refuseUnknownNamespaces();
    return { data: { items: serviceItems(serviceFacts(picture)) }, warnings: picture.warnings };
  },
  { order: byName },
);

/** Every application of the namespaces: workloads that share a canonical name. */
export const loadApplications = acrossClusters(
  async (query: InventoryQuery, context: LoadContext): Promise<Answer<Applications>> => {
    const picture = await loadPicture(query, context);
    picture.refuseUnknownNamespaces();
    return { data: { items: applicationItems(applicationFacts(picture)) }, warnings: picture.warnings };
  },
  { order: byName },
);
