import type { Evidence } from '#lib/contract/evidence.ts';
import type { InjectionStep } from '#lib/contract/injection.ts';
import { neverInjected } from '#server/mesh/inventory/never-injected.ts';
import type { InjectorConfig } from './injector-config.ts';
import { type LabelSelector, mismatchesOf } from './kubernetes-selector.ts';
import type { PodSubject } from './pod-subject.ts';

const key = 'sidecar.istio.io/inject';
/** Words of Istio's injector for yes; anything else that is not empty means no. */
const yes = ['y', 'yes', 'true', 'on'];

type Rule = (subject: PodSubject, config: InjectorConfig) => InjectionStep | undefined;

/**
 * What Istio's injector decides of a pod that the API server sent to it, one look after another; the last step that
 * stops or injects is its answer. Source: `injectRequired` of istiod's `pkg/kube/inject/inject.go`.
 */
export function injectorSteps(subject: PodSubject, config: InjectorConfig): InjectionStep[] {
  const steps: InjectionStep[] = [];
  for (const rule of rules) {
    const step = rule(subject, config);
    if (step === undefined) continue;
    steps.push(step);
    if (step.outcome !== 'passes') break;
  }
  return steps;
}

const hostNetwork: Rule = ({ hostNetwork: isHost, title }) => ({
  title: 'Network of the node',
  outcome: isHost ? 'stops' : 'passes',
  text: isHost
    ? 'It uses the network of its node (hostNetwork); redirecting that would redirect the whole node, so it is never injected.'
    : 'It has a network of its own.',
  evidence: isHost ? [object(`${title}: spec.hostNetwork is true`)] : [],
});

const systemNamespace: Rule = ({ namespace }) => {
  const isSystem = neverInjected.includes(namespace);
  return {
    title: 'Namespaces of Kubernetes',
    outcome: isSystem ? 'stops' : 'passes',
    text: isSystem
      ? `Istio never injects into namespace ${namespace}.`
      : `${namespace} is none of those that are never injected.`,
    evidence: [],
  };
};

const ownWord: Rule = ({ labels, annotations, title }, { policy }) => {
  const where = labels[key] === undefined ? 'annotation' : 'label';
  const value = labels[key] ?? annotations[key] ?? '';
  if (value === '')
    return {
      title: 'Its own word',
      outcome: 'passes',
      text: `Neither a label nor an annotation ${key} says anything.`,
      evidence: [],
    };
  const isYes = yes.includes(value.toLowerCase());
  return {
    title: 'Its own word',
    outcome: isYes && isPolicy(policy) ? 'injects' : 'stops',
    text: isYes
      ? `Its ${where} ${key} is ${value}${isPolicy(policy) ? '' : butPolicy(policy)}.`
      : `Its ${where} ${key} is ${value}, which forbids it.`,
    evidence: [object(`${title}: ${where} ${key}=${value}`)],
  };
};

const neverSelector: Rule = ({ labels }, { neverInjectSelector, configMap }) => {
  const fits = neverInjectSelector.some((selector) => isPicked(selector, labels));
  return {
    title: 'Never by selector',
    outcome: fits ? 'stops' : 'passes',
    text: fits
      ? 'A neverInjectSelector of the injector fits its labels.'
      : `${neverInjectSelector.length === 0 ? 'There is no' : 'No'} neverInjectSelector${neverInjectSelector.length === 0 ? '' : ' fits'}.`,
    evidence: fits ? [object(`ConfigMap ${configMap}: config.neverInjectSelector`)] : [],
  };
};

const alwaysSelector: Rule = ({ labels }, { policy, alwaysInjectSelector, configMap }) => {
  const fits = alwaysInjectSelector.some((selector) => isPicked(selector, labels));
  if (!fits) return undefined;
  return {
    title: 'Always by selector',
    outcome: isPolicy(policy) ? 'injects' : 'stops',
    text: `An alwaysInjectSelector of the injector fits its labels${isPolicy(policy) ? '' : butPolicy(policy)}.`,
    evidence: [object(`ConfigMap ${configMap}: config.alwaysInjectSelector`)],
  };
};

const policyOfMesh: Rule = (_subject, { policy, configMap }) => ({
  title: 'Policy of the injector',
  outcome: policy === 'enabled' ? 'injects' : 'stops',
  text:
    policy === 'enabled'
      ? 'The policy is enabled: what nothing forbids is injected.'
      : `The policy is ${policy}: only pods that ask for it themselves are injected.`,
  evidence: [object(`ConfigMap ${configMap}: config.policy is ${policy}`)],
});

const rules: readonly Rule[] = [
  hostNetwork,
  systemNamespace,
  ownWord,
  neverSelector,
  alwaysSelector,
  policyOfMesh,
];

function isPolicy(policy: string): boolean {
  return policy === 'enabled' || policy === 'disabled';
}

function butPolicy(policy: string): string {
  return `, but the policy ${policy} is none that Istio knows`;
}

/** To the injector an empty selector fits nothing, unlike those of Kubernetes' own objects. */
function isPicked(selector: LabelSelector, labels: PodSubject['labels']): boolean {
  const { matchLabels, matchExpressions } = selector;
  const isEmpty = Object.keys(matchLabels ?? {}).length + (matchExpressions ?? []).length === 0;
  return !isEmpty && mismatchesOf(selector, labels).length === 0;
}

function object(text: string): Evidence {
  return { kind: 'object', text };
}
