import type { InjectionDecision, InjectionStep, WebhookVerdict } from '#lib/contract/injection.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type InjectionWebhook, injectionWebhooksOf } from './injection-webhooks.ts';
import { injectorConfigOf } from './injector-config.ts';
import { injectorSteps } from './injector-steps.ts';
import type { PodSubject } from './pod-subject.ts';
import { webhookVerdicts } from './webhook-verdicts.ts';

export type InjectionMesh = {
  objects: Pick<MeshObjects, 'Namespace' | 'ConfigMap' | 'MutatingWebhookConfiguration'>;
  rootNamespace: string;
  /** Why webhooks or namespaces could not be read, where that is so. */
  unread?: string | undefined;
};

/**
 * Whether a pod born now would get a proxy, and what decides it: the API server chooses a webhook by selectors, then
 * the injector behind it looks at the pod. More than one webhook is a conflict: which one wins is chance.
 */
export function decideInjection(subject: PodSubject, mesh: InjectionMesh): InjectionDecision {
  const { objects, rootNamespace, unread } = mesh;
  const namespace = objects.Namespace.find(({ metadata }) => metadata.name === subject.namespace);
  const known = injectionWebhooksOf(objects);
  const webhooks = webhookVerdicts(known, {
    namespace: subject.namespace,
    namespaceLabels: namespace?.metadata.labels ?? {},
    podLabels: subject.labels,
  });
  const templates = templatesOf(subject);
  const base = { templates, webhooks };
  if (unread !== undefined) return { ...base, ...undecided(unread) };
  if (namespace === undefined)
    return { ...base, ...undecided(`there is no namespace ${subject.namespace} whose labels could be read`) };
  const called = webhooks.filter(({ matches }) => matches);
  const [only] = called;
  const selected = selectionStep(webhooks, called);
  if (only === undefined)
    return {
      ...base,
      verdict: 'notInjected',
      text: notCalledText(webhooks),
      fix: fixFor(subject, webhooks),
      steps: [selected],
    };
  if (called.length > 1) return { ...base, ...conflictOf(called, selected) };
  const conditions = conditionsOf(only, known);
  if (conditions.length > 0)
    return {
      ...base,
      ...undecided(
        `${only.webhook} also asks for the conditions ${conditions.join(', ')}, which only the API server can judge`,
      ),
      revision: only.revision,
    };
  const config = injectorConfigOf(objects, { revision: only.revision, rootNamespace });
  if ('problem' in config)
    return {
      ...base,
      ...undecided(`the settings of the injector are not known: ${config.problem}`),
      revision: only.revision,
      steps: [selected],
    };
  const steps = injectorSteps(subject, config);
  const last = steps.at(-1);
  const isInjected = last?.outcome === 'injects';
  return {
    ...base,
    verdict: isInjected ? 'injected' : 'notInjected',
    text: isInjected ? only.text : (last?.text ?? ''),
    ...(isInjected || last === undefined ? {} : fixOfStep(last)),
    revision: only.revision,
    templates: templates.length > 0 ? templates : config.defaultTemplates,
    steps: [selected, ...steps],
  };
}

/** Of those webhooks alone that are called: one without conditions is enough. */
function conditionsOf({ webhook, parts }: WebhookVerdict, known: readonly InjectionWebhook[]): string[] {
  const called = new Set(parts.filter(({ matches }) => matches).map(({ name }) => name));
  const own = known
    .filter(({ name }) => name === webhook)
    .flatMap((each) => each.parts.filter(({ name }) => called.has(name)));
  return own.some(({ conditions }) => conditions.length === 0)
    ? []
    : own.flatMap(({ conditions }) => conditions);
}

function undecided(reason: string): Pick<InjectionDecision, 'verdict' | 'text' | 'steps'> {
  const text = `It cannot be decided: ${reason}.`;
  return {
    verdict: 'undecided',
    text,
    steps: [{ title: 'Webhooks', outcome: 'undecided', text, evidence: [] }],
  };
}

function selectionStep(
  webhooks: readonly WebhookVerdict[],
  called: readonly WebhookVerdict[],
): InjectionStep {
  const told = called.length > 0 ? called : webhooks.filter(({ isDeactivated }) => !isDeactivated);
  return {
    title: 'Webhooks that the API server calls',
    outcome: called.length > 0 ? 'passes' : 'stops',
    text:
      webhooks.length === 0
        ? 'There is no MutatingWebhookConfiguration of an injector.'
        : told.map(({ webhook, text }) => `${webhook}: ${text}`).join(' '),
    evidence: told.map(({ webhook }) => ({
      kind: 'object',
      text: `MutatingWebhookConfiguration ${webhook}`,
    })),
  };
}

/** One webhook's reason says it all; of several, that none fits. */
function notCalledText(webhooks: readonly WebhookVerdict[]): string {
  const active = webhooks.filter(({ isDeactivated }) => !isDeactivated);
  const [only, ...others] = active;
  if (only === undefined) return 'No injection webhook is active in this cluster.';
  if (others.length === 0) return only.text;
  return `None of the ${active.length} injection webhooks is called for it: ${active.map(({ webhook, text }) => `${webhook}: ${text}`).join(' ')}`;
}

function conflictOf(
  called: readonly WebhookVerdict[],
  selected: InjectionStep,
): Pick<InjectionDecision, 'verdict' | 'text' | 'fix' | 'steps'> {
  const names = called.map(({ webhook }) => webhook).join(' and ');
  return {
    verdict: 'conflict',
    text: `${names} would both be called, and each of them injects.`,
    fix: 'Leave only one of the labels istio-injection and istio.io/rev, or delete the webhook of the revision that is gone.',
    steps: [selected],
  };
}

function templatesOf({ annotations }: PodSubject): string[] {
  return (annotations['inject.istio.io/templates'] ?? '').split(',').filter((name) => name !== '');
}

function fixFor({ namespace, labels }: PodSubject, webhooks: readonly WebhookVerdict[]): string {
  const active = webhooks.filter(({ isDeactivated }) => !isDeactivated);
  const [first] = active;
  if (first === undefined) return 'Install a control plane with its injector, or activate its webhook.';
  if (labels['sidecar.istio.io/inject'] === 'false')
    return 'Remove the label sidecar.istio.io/inject from the pod template.';
  const name = first.tag ?? first.revision;
  return name === 'default'
    ? `Run: kubectl label namespace ${namespace} istio-injection=enabled --overwrite, then restart the pods.`
    : `Run: kubectl label namespace ${namespace} istio-injection- istio.io/rev=${name} --overwrite, then restart the pods.`;
}

function fixOfStep({ title }: InjectionStep): { fix?: string } {
  return title === 'Its own word'
    ? { fix: 'Remove sidecar.istio.io/inject from the pod template, or set the label to true.' }
    : {};
}
