import type { ObjectOf } from '#lib/objects/kinds.ts';
import { object, type RequirementRule } from './requirement-rule.ts';
import { hasSidecar, type WorkloadSubject } from './workload-subject.ts';

type Way = { way: 'init' | 'cni' | 'none' | 'forbidden' | 'unset'; text: string };

/** Something has to lead the pod's traffic to the proxy: istio-init, which needs NET_ADMIN, or Istio's CNI plugin. */
export const trafficRedirection: RequirementRule<WorkloadSubject> = {
  id: 'redirection',
  title: 'The traffic of its pods is led to the proxy',
  check: (subject) => {
    if (!hasSidecar(subject))
      return {
        state: 'notApplicable',
        text: 'Only traffic of a pod with a sidecar is led to a proxy in the pod.',
      };
    const ways = subject.workload.pods.map((pod) => ({ pod: pod.metadata.name, ...wayOf(pod) }));
    const broken = ways.filter(({ way }) => way === 'forbidden' || way === 'unset');
    const [first] = ways;
    if (broken.length > 0)
      return {
        state: 'failed',
        text: 'Nothing may lead the traffic of the pod to its proxy, so it passes by the mesh.',
        fix: "Let istio-init have NET_ADMIN and NET_RAW, or install Istio's CNI plugin.",
        evidence: broken.map(({ text }) => object(text)),
        pods: broken.map(({ pod }) => pod),
      };
    if (first?.way === 'none')
      return {
        state: 'warning',
        text: 'Interception is switched off: only what the application itself sends to the proxy goes through it.',
        evidence: [object(first.text)],
        pods: ways.map(({ pod }) => pod),
      };
    return {
      state: 'ok',
      text:
        first?.way === 'cni'
          ? 'The CNI plugin set the redirection up, and istio-validation has checked it.'
          : 'The init container istio-init sets the redirection up and has the capabilities for it.',
      evidence: first === undefined ? [] : [object(first.text)],
    };
  },
};

function wayOf({ metadata, spec }: ObjectOf<'Pod'>): Way {
  const where = `Pod ${metadata.namespace}/${metadata.name}`;
  if (metadata.annotations['sidecar.istio.io/interceptionMode'] === 'NONE')
    return { way: 'none', text: `${where}: annotation sidecar.istio.io/interceptionMode=NONE` };
  const isNamed = (wanted: string) => spec.initContainers.find(({ name }) => name === wanted);
  if (isNamed('istio-validation') !== undefined)
    return { way: 'cni', text: `${where}: init container istio-validation` };
  const init = isNamed('istio-init');
  if (init === undefined)
    return {
      way: 'unset',
      text: `${where}: neither istio-init nor istio-validation among its init containers`,
    };
  const capabilities = init.securityContext?.capabilities?.add ?? [];
  return capabilities.includes('NET_ADMIN')
    ? { way: 'init', text: `${where}: istio-init has the capabilities ${capabilities.join(', ')}` }
    : { way: 'forbidden', text: `${where}: istio-init lacks the capability NET_ADMIN` };
}
