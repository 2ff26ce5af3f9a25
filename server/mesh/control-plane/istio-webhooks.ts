import type { ObjectOf } from '#lib/objects/kinds.ts';
import { at, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** One of Istio's injection webhooks: whom it calls, and the revision and tag that it stands for. */
export type IstioWebhook = {
  name: string;
  revision: string;
  tag: string | undefined;
  service: { namespace: string; name: string } | undefined;
  /** Of a control plane that runs elsewhere. */
  url: string | undefined;
  /** Its selectors were set so that they match nothing. */
  isDeactivated: boolean;
};

/** Istio's own among the cluster's webhooks, told by their names `….sidecar-injector.istio.io`. */
export function istioWebhooks(
  configurations: readonly ObjectOf<'MutatingWebhookConfiguration'>[],
): IstioWebhook[] {
  return configurations.flatMap((configuration) => {
    const { name, labels } = configuration.metadata;
    const own = objectsAt(configuration, 'webhooks').filter((webhook) =>
      textAt(webhook, 'name')?.endsWith('sidecar-injector.istio.io'),
    );
    if (own.length === 0 && labels.app !== 'sidecar-injector') return [];
    const clients = own.map((webhook) => at(webhook, 'clientConfig'));
    const service = clients.find((client) => at(client, 'service') !== undefined);
    return [
      {
        name,
        revision: labels['istio.io/rev'] ?? 'default',
        tag: labels['istio.io/tag'],
        service:
          service === undefined
            ? undefined
            : {
                namespace: textAt(service, 'service', 'namespace') ?? '',
                name: textAt(service, 'service', 'name') ?? '',
              },
        url: clients.map((client) => textAt(client, 'url')).find((url) => url !== undefined),
        isDeactivated:
          own.length > 0 && own.every((webhook) => neverMatches(at(webhook, 'namespaceSelector'))),
      },
    ];
  });
}

const deactivated = 'istio.io/deactivated';

function neverMatches(selector: unknown): boolean {
  return (
    textAt(selector, 'matchLabels', deactivated) !== undefined ||
    objectsAt(selector, 'matchExpressions').some((expression) => textAt(expression, 'key') === deactivated)
  );
}
