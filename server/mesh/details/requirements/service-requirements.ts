import type { Requirement } from '#lib/contract/details.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { DetailFacts } from '../detail-facts.ts';
import { endpointsOf } from '../endpoints-of.ts';
import { portProtocols } from './port-protocols.ts';
import { judge, type RequirementFacts } from './requirement-rule.ts';
import { headless, serviceEndpoints } from './service-endpoints.ts';
import { servicePortConflicts, serviceReservedPorts, targetPorts } from './service-ports.ts';

const rules = [
  portProtocols,
  servicePortConflicts,
  serviceReservedPorts,
  targetPorts,
  serviceEndpoints,
  headless,
];

/** What Istio asks of a Service, each judged. Source: Istio's application requirements and protocol selection. */
export function serviceRequirements(
  service: ObjectOf<'Service'>,
  { objects, list, unread }: Pick<DetailFacts, 'objects'> & RequirementFacts,
): Requirement[] {
  const { inventory } = list;
  const { namespace = '', name } = service.metadata;
  const workloads = inventory.workloadsOf(service);
  return judge(rules, {
    service,
    workloads,
    neighbours: [...new Set([service, ...workloads.flatMap((workload) => inventory.servicesOf(workload))])],
    endpoints: endpointsOf({ namespace, name }, { objects, inventory }),
    unread,
  });
}
