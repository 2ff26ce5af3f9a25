import { object, type RequirementRule } from './requirement-rule.ts';
import { type ServiceSubject, serviceName } from './service-subject.ts';

export const serviceEndpoints: RequirementRule<ServiceSubject> = {
  id: 'endpoints',
  title: 'Ready pods stand behind it',
  check: (subject) => {
    const { service, endpoints, unread } = subject;
    if (service.spec.type === 'ExternalName')
      return { state: 'notApplicable', text: 'It is another name for a host outside (ExternalName).' };
    if (unread.includes('EndpointSlice'))
      return { state: 'unknown', text: 'EndpointSlices could not be read.' };
    const ready = endpoints.filter(({ isReady }) => isReady).length;
    const selector = Object.entries(service.spec.selector ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
    if (ready > 0)
      return {
        state: ready < endpoints.length ? 'warning' : 'ok',
        text: `${ready} of ${endpoints.length} endpoints are ready.`,
        evidence: [object(`${serviceName(subject)}: EndpointSlices with ${endpoints.length} addresses`)],
        pods: endpoints.filter(({ isReady }) => !isReady).flatMap(({ pod }) => pod ?? []),
      };
    if (selector === '' && endpoints.length === 0)
      return { state: 'notApplicable', text: 'It selects no pods: its endpoints are kept by hand.' };
    return {
      state: 'failed',
      text:
        endpoints.length === 0
          ? `No pod has the labels ${selector}, so requests to it are answered 503 UH, or 503 NC through a subset.`
          : 'None of its endpoints is ready, so requests to it are answered 503 UH.',
      fix:
        endpoints.length === 0
          ? 'Correct spec.selector, or start pods with these labels.'
          : 'See why the pods are not ready.',
      evidence: [
        object(`${serviceName(subject)}: spec.selector ${selector}, ${endpoints.length} endpoints, 0 ready`),
      ],
      command: `kubectl get endpointslices -n ${service.metadata.namespace} -l kubernetes.io/service-name=${service.metadata.name}`,
      pods: endpoints.flatMap(({ pod }) => pod ?? []),
    };
  },
};

/** Clients of a headless Service choose a pod themselves, by DNS. */
export const headless: RequirementRule<ServiceSubject> = {
  id: 'headless',
  title: 'A headless Service hands out ready pods only',
  check: (subject) => {
    const { spec } = subject.service;
    if (spec.clusterIP !== 'None') return { state: 'notApplicable', text: 'It is not headless.' };
    if (spec.publishNotReadyAddresses !== true)
      return { state: 'ok', text: "Pods that are not ready are in neither DNS nor the proxies' endpoints." };
    return {
      state: 'warning',
      text: 'Pods that are not ready are handed out too, so requests may reach a pod that cannot answer yet.',
      fix: 'Leave publishNotReadyAddresses out, unless the pods have to find each other while they start.',
      evidence: [object(`${serviceName(subject)}: spec.publishNotReadyAddresses is true`)],
    };
  },
};
