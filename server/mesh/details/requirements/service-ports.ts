import { conflictVerdict } from './port-conflicts.ts';
import { object, type RequirementRule } from './requirement-rule.ts';
import { istioPorts } from './reserved-ports.ts';
import { type ServiceSubject, serviceName } from './service-subject.ts';
import { targetPortOf } from './target-port.ts';

/** The same as a workload's requirement, seen from one of its Services. */
export const servicePortConflicts: RequirementRule<ServiceSubject> = {
  id: 'port-conflicts',
  title: 'No other Service takes its ports for another protocol',
  check: ({ service, workloads, neighbours }) => {
    if (workloads.length === 0) return { state: 'notApplicable', text: 'No workload stands behind it.' };
    const own = `${service.metadata.namespace}/${service.metadata.name}`;
    const pods = workloads.flatMap((workload) => workload.pods);
    const verdict = conflictVerdict(neighbours, pods);
    const isOwn = verdict.evidence?.some(({ text }) => text.startsWith(`Service ${own}:`));
    return verdict.state === 'ok' || isOwn === true
      ? verdict
      : { state: 'ok', text: 'No other Service takes its ports for a different protocol.' };
  },
};

export const serviceReservedPorts: RequirementRule<ServiceSubject> = {
  id: 'reserved-ports',
  title: 'Its ports are not those of the proxy',
  check: (subject) => {
    const { service, workloads } = subject;
    const behindSidecars = workloads.filter(({ membership }) => membership.mode === 'sidecar');
    if (behindSidecars.length === 0)
      return { state: 'notApplicable', text: 'No workload with a sidecar stands behind it.' };
    const pods = behindSidecars.flatMap((workload) => workload.pods);
    const taken = service.spec.ports.flatMap((port) => {
      const target = targetPortOf(port, pods);
      return target !== undefined && istioPorts.has(target) ? [{ port: port.port, target }] : [];
    });
    if (taken.length === 0)
      return { state: 'ok', text: "None of its ports leads to one that Istio's proxy listens on." };
    return {
      state: 'failed',
      text: `Port ${taken.map(({ port }) => port).join(', ')} leads to a port of Istio's own proxy, so the application is not reached there.`,
      fix: 'Let the application listen on another port, and change targetPort.',
      evidence: taken.map(({ port, target }) =>
        object(`${serviceName(subject)}: port ${port} leads to port ${target} of the pods`),
      ),
      pods: pods.map(({ metadata }) => metadata.name),
    };
  },
};

export const targetPorts: RequirementRule<ServiceSubject> = {
  id: 'target-ports',
  title: 'Its target ports exist in the pods',
  check: (subject) => {
    const pods = subject.workloads.flatMap((workload) => workload.pods);
    const named = subject.service.spec.ports.filter(({ targetPort }) => typeof targetPort === 'string');
    if (named.length === 0 || pods.length === 0)
      return { state: 'notApplicable', text: 'No target port is given by a name that pods could lack.' };
    const missing = named.filter((port) => targetPortOf(port, pods) === undefined);
    if (missing.length === 0)
      return { state: 'ok', text: 'Each named target port is a port of some container.' };
    return {
      state: 'failed',
      text: `No container has a port named ${missing.map(({ targetPort }) => targetPort).join(', ')}, so requests to port ${missing.map(({ port }) => port).join(', ')} find no endpoint.`,
      fix: 'Name the port in the pod template, or give targetPort as a number.',
      evidence: missing.map(({ port, targetPort }) =>
        object(`${serviceName(subject)}: port ${port} has targetPort ${targetPort}`),
      ),
      pods: pods.map(({ metadata }) => metadata.name),
    };
  },
};
