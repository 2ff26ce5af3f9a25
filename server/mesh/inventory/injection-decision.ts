import type { Evidence } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { Workload } from './group-workloads.ts';

const key = 'sidecar.istio.io/inject';

type Decision = { text: string; evidence: Evidence[]; fix?: string };
type Subject = Pick<Workload, 'kind' | 'namespace' | 'name' | 'labels' | 'annotations' | 'pods'>;

/**
 * What decides today whether new pods of a workload get a sidecar, in the order of Istio's injector: host network, the
 * pod's own label, its annotation, the namespace's `istio-injection`, then a revision. `text` ends a sentence.
 */
export function injectionDecision(workload: Subject, namespace: ObjectOf<'Namespace'> | undefined): Decision {
  const { labels, annotations, pods } = workload;
  const subject = `${workload.kind} ${workload.namespace}/${workload.name}`;
  const hostPod = pods.find(({ spec }) => spec.hostNetwork === true);
  if (hostPod !== undefined)
    return {
      text: 'it uses the network of its node',
      evidence: [
        object(`Pod ${hostPod.metadata.namespace}/${hostPod.metadata.name}: spec.hostNetwork is true`),
      ],
    };
  if (labels[key] !== undefined) return ownWord(`${subject}: pod label ${key}=${labels[key]}`, labels[key]);
  if (annotations[key] !== undefined)
    return ownWord(`${subject}: pod annotation ${key}=${annotations[key]}`, annotations[key]);
  const revision = labels['istio.io/rev'];
  if (revision !== undefined && namespace?.metadata.labels['istio-injection'] === undefined)
    return {
      text: `the pod label istio.io/rev is ${revision}`,
      evidence: [object(`${subject}: pod label istio.io/rev=${revision}`)],
    };
  return namespaceDecision(workload, namespace);
}

function ownWord(evidence: string, value: string): Decision {
  return {
    text: `its own ${key} is ${value}`,
    evidence: [object(evidence)],
    ...(value === 'true' ? {} : { fix: `Remove ${key} from the pod template and restart the pods.` }),
  };
}

function namespaceDecision(
  { namespace: name }: Subject,
  namespace: ObjectOf<'Namespace'> | undefined,
): Decision {
  if (namespace === undefined)
    return { text: `the labels of namespace ${name} could not be read`, evidence: [] };
  const { 'istio-injection': injection, 'istio.io/rev': revision } = namespace.metadata.labels;
  if (injection !== undefined)
    return {
      text: `namespace ${name} has the label istio-injection=${injection}`,
      evidence: [object(`Namespace ${name}: label istio-injection=${injection}`)],
      fix:
        injection === 'enabled'
          ? 'Restart the pods, so that they are born again under this setting.'
          : `Run: kubectl label namespace ${name} istio-injection=enabled --overwrite, then restart the pods.`,
    };
  if (revision !== undefined)
    return {
      text: `namespace ${name} has the label istio.io/rev=${revision}`,
      evidence: [object(`Namespace ${name}: label istio.io/rev=${revision}`)],
      fix: 'Restart the pods, so that they are born again under this setting.',
    };
  return {
    text: `no label of namespace ${name} or of the pod asks for it now`,
    evidence: [object(`Namespace ${name}: neither istio-injection nor istio.io/rev among its labels`)],
    fix: `Run: kubectl label namespace ${name} istio-injection=enabled, then restart the pods.`,
  };
}

function object(text: string): Evidence {
  return { kind: 'object', text };
}
