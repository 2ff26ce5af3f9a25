import { isOfRoutedService } from '#server/mesh/canary/routed-service.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { meets } from '#server/mesh/canary/verdict/who-is-judged.ts';

/** Who calls: workloads (`<namespace>/<name>`), or undefined where an edge sums over all callers of `service`. */
export type Callers = {
  workloads: readonly string[] | undefined;
  service: string | undefined;
  isGateway: (workload: string) => boolean;
};

/** Whether a rule decides about the requests of these callers. */
export function holdsFor(split: Split, { workloads, service, isGateway }: Callers): boolean {
  if (workloads === undefined)
    // A service that the rule does not know stands for the gateway behind it.
    return service === undefined || (isOf(split, service) ? split.isMesh : split.gatewayWorkloads.length > 0);
  return (
    workloads.length > 0 &&
    workloads.every((key) => {
      const [namespace = '', workload = ''] = key.split('/');
      return meets(split, { namespace, workload }, isGateway);
    })
  );
}

/** Whoever asks for a routed Service that is a version itself ought to meet the rule, and shows it if not. */
export function oughtToHold(split: Split): boolean {
  return split.versions.some((version) => isOfRoutedService(version, split));
}

function isOf({ services, versions }: Split, service: string): boolean {
  return (
    services.includes(service) ||
    versions.some((version) => isOfRoutedService(version, { services: [service] }))
  );
}
