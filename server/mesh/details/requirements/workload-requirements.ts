import type { Requirement } from '#lib/contract/details.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import { appLabel, versionLabel } from './canonical-labels.ts';
import { injection } from './injection.ts';
import { portConflicts } from './port-conflicts.ts';
import { proxyUserFree } from './proxy-user.ts';
import { judge, type RequirementFacts } from './requirement-rule.ts';
import { reservedPorts } from './reserved-ports.ts';
import { serviceMembership } from './service-membership.ts';
import { trafficRedirection } from './traffic-redirection.ts';

const rules = [
  injection,
  trafficRedirection,
  appLabel,
  versionLabel,
  serviceMembership,
  portConflicts,
  reservedPorts,
  proxyUserFree,
];

/** What Istio asks of a workload and its pods, each judged. Source: Istio's application requirements. */
export function workloadRequirements(
  workload: InventoryWorkload,
  { list, unread }: RequirementFacts,
): Requirement[] {
  return judge(rules, {
    workload,
    namespace: list.namespaceOf(workload.namespace),
    services: list.inventory.servicesOf(workload),
    unread,
  });
}
