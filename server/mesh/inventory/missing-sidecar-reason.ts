import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { Workload } from './group-workloads.ts';
import { isInjected } from './namespace-injection.ts';
import { neverInjected } from './never-injected.ts';

/**
 * Why pods of a workload have no sidecar, as the end of a sentence, in the order in which Istio's injector decides:
 * host network, namespaces of Kubernetes, the pod's own label, its annotation, the namespace's labels.
 */
export function missingSidecarReason(
  { namespace: namespaceName, labels, annotations, pods }: Workload,
  namespace: ObjectOf<'Namespace'> | undefined,
): string {
  const key = 'sidecar.istio.io/inject';
  if (pods.some(({ spec }) => spec.hostNetwork === true))
    return 'it uses the network of its node (hostNetwork), which is never injected';
  if (neverInjected.includes(namespaceName)) return `Istio never injects into namespace ${namespaceName}`;
  if (labels[key] === 'false') return `the pod label ${key} is false`;
  if (labels[key] === undefined && annotations[key] === 'false') return `the pod annotation ${key} is false`;
  if (namespace === undefined)
    return `the labels of namespace ${namespaceName} could not be read, so the reason is not known`;
  const { labels: namespaceLabels } = namespace.metadata;
  if (isInjected(namespaceLabels)) {
    return `namespace ${namespaceName} is injected now, but a pod that is older than this setting, or that the injector did not see, stays as it is until it is restarted`;
  }
  if (namespaceLabels['istio-injection'] !== undefined) {
    return `the label istio-injection of namespace ${namespaceName} is ${namespaceLabels['istio-injection']}`;
  }
  return `namespace ${namespaceName} is not injected: it has neither the label istio-injection=enabled nor istio.io/rev`;
}
