import type { ObjectOf } from '#lib/objects/kinds.ts';
import { object, type RequirementRule } from './requirement-rule.ts';
import { targetPortOf } from './target-port.ts';
import { hasSidecar, ownContainers, type WorkloadSubject } from './workload-subject.ts';

/** Ports that Istio's proxy and agent listen on in every pod with a sidecar. */
export const istioPorts: ReadonlySet<number> = new Set([
  15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053, 15090,
]);

export const reservedPorts: RequirementRule<WorkloadSubject> = {
  id: 'reserved-ports',
  title: 'It leaves the ports of the proxy free',
  check: (subject) => {
    if (!hasSidecar(subject))
      return { state: 'notApplicable', text: 'Only beside a sidecar are ports taken by Istio.' };
    const { workload, services } = subject;
    const declared = workload.pods.flatMap((pod) =>
      ownContainers(pod).flatMap((container) =>
        (container.ports ?? [])
          .filter(({ containerPort }) => istioPorts.has(containerPort))
          .map(({ containerPort }) => ({
            pod: pod.metadata.name,
            port: containerPort,
            text: `Pod ${pod.metadata.namespace}/${pod.metadata.name}: container ${container.name} has port ${containerPort}`,
          })),
      ),
    );
    const served = services.flatMap((service) => servedPorts(service, workload.pods));
    const taken = [...declared, ...served];
    if (taken.length === 0)
      return {
        state: 'ok',
        text: `None of its ports is one of Istio's own (${[...istioPorts].join(', ')}).`,
      };
    const ports = [...new Set(taken.map(({ port }) => port))].join(', ');
    return {
      state: 'failed',
      text: `Port ${ports} belongs to Istio's proxy, so what the application serves there is not reached.`,
      fix: 'Let the application listen on another port, and change targetPort of its Services.',
      evidence: [...new Set(taken.map(({ text }) => text))].map(object),
      pods: workload.pods.map(({ metadata }) => metadata.name),
    };
  },
};

function servedPorts(service: ObjectOf<'Service'>, pods: readonly ObjectOf<'Pod'>[]) {
  const { namespace, name } = service.metadata;
  return service.spec.ports.flatMap((port) => {
    const target = targetPortOf(port, pods);
    if (target === undefined || !istioPorts.has(target)) return [];
    return [
      {
        port: target,
        text: `Service ${namespace}/${name}: port ${port.port} leads to port ${target} of the pods`,
      },
    ];
  });
}
