import type { Requirement } from '#lib/contract/details.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import type { DetailFacts } from '../detail-facts.ts';

/** What Istio asks of a workload and its pods, each judged. */
export function workloadRequirements(_workload: InventoryWorkload, _facts: DetailFacts): Requirement[] {
  return [];
}
