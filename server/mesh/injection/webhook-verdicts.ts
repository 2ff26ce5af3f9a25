import type { WebhookVerdict } from '#lib/contract/injection.ts';
import type { InjectionWebhook } from './injection-webhooks.ts';
import { mismatchesOf } from './kubernetes-selector.ts';

type Labels = Readonly<Record<string, string>>;
export type SelectedBy = { namespace: string; namespaceLabels: Labels; podLabels: Labels };

/** Which webhooks the API server calls for a pod with these labels, by their selectors; each with what keeps it away. */
export function webhookVerdicts(webhooks: readonly InjectionWebhook[], by: SelectedBy): WebhookVerdict[] {
  // The API server sets this label on every namespace.
  const namespaceLabels = { 'kubernetes.io/metadata.name': by.namespace, ...by.namespaceLabels };
  return webhooks.map((webhook) => {
    const parts = webhook.parts.map(({ name, namespaceSelector, objectSelector }) => {
      const mismatches = [
        ...mismatchesOf(namespaceSelector, namespaceLabels).map((text) => `namespace label ${text}`),
        ...mismatchesOf(objectSelector, by.podLabels).map((text) => `pod label ${text}`),
      ];
      return { name, matches: mismatches.length === 0, mismatches };
    });
    const matches = parts.some((part) => part.matches);
    const { name, revision, tag, isDeactivated } = webhook;
    return {
      webhook: name,
      revision,
      ...(tag === undefined ? {} : { tag }),
      isDeactivated,
      matches,
      text: isDeactivated ? 'It is deactivated: its selectors fit nothing.' : textOf({ parts, by }),
      parts,
    };
  });
}

type Told = { parts: WebhookVerdict['parts']; by: SelectedBy };

function textOf({ parts, by }: Told): string {
  const called = parts.find((part) => part.matches);
  if (called !== undefined) return `${reasonOf(called.name, by)} (${called.name}).`;
  if (by.podLabels['sidecar.istio.io/inject'] === 'false')
    return 'The pod label sidecar.istio.io/inject is false.';
  // What is nearest to fitting says most.
  const nearest = [...parts].sort((one, other) => one.mismatches.length - other.mismatches.length)[0];
  return nearest === undefined
    ? 'It has no webhook for pods.'
    : `None of its webhooks fits; nearest is ${nearest.name}: ${nearest.mismatches.join('; ')}.`;
}

/** Istio's four webhooks are named after what they look at. */
function reasonOf(part: string, { namespace, namespaceLabels, podLabels }: SelectedBy): string {
  if (part.includes('object.'))
    return podLabels['istio.io/rev'] === undefined
      ? `The pod label sidecar.istio.io/inject is ${podLabels['sidecar.istio.io/inject'] ?? '(not set)'}`
      : `The pod label istio.io/rev is ${podLabels['istio.io/rev']}`;
  const injection = namespaceLabels['istio-injection'];
  if (injection !== undefined) return `Namespace ${namespace} has the label istio-injection=${injection}`;
  const revision = namespaceLabels['istio.io/rev'];
  return revision === undefined
    ? 'It takes every namespace that says nothing else'
    : `Namespace ${namespace} has the label istio.io/rev=${revision}`;
}
