import { z } from 'zod';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type LabelSelector, labelSelectorSchema } from './kubernetes-selector.ts';

const webhookSchema = z.looseObject({
  name: z.string(),
  namespaceSelector: labelSelectorSchema,
  objectSelector: labelSelectorSchema,
  failurePolicy: z.string().default('Fail'),
  matchConditions: z.array(z.looseObject({ name: z.string() })).nullish(),
  clientConfig: z.looseObject({
    url: z.string().nullish(),
    service: z.looseObject({ name: z.string(), namespace: z.string() }).nullish(),
  }),
});
const configurationSchema = z.looseObject({ webhooks: z.array(webhookSchema).default([]) });

export type InjectionWebhook = {
  /** Of the MutatingWebhookConfiguration. */
  name: string;
  revision: string;
  tag: string | undefined;
  isDeactivated: boolean;
  failurePolicy: string;
  /** `istiod.istio-system`, or the address of an external istiod. */
  service: string;
  parts: {
    name: string;
    namespaceSelector: LabelSelector;
    objectSelector: LabelSelector;
    /** Conditions in CEL, which only the API server evaluates. */
    conditions: string[];
  }[];
};

type Configuration = MeshObjects['MutatingWebhookConfiguration'][number];

/** By configuration, which every pod of the mesh is held against. */
const kept = new WeakMap<Configuration, InjectionWebhook[]>();

/** The webhook configurations that inject proxies, by Istio's own mark: the names of their webhooks. */
export function injectionWebhooksOf({
  MutatingWebhookConfiguration: configurations,
}: Pick<MeshObjects, 'MutatingWebhookConfiguration'>): InjectionWebhook[] {
  return configurations.flatMap((configuration) => {
    const known = kept.get(configuration) ?? read(configuration);
    kept.set(configuration, known);
    return known;
  });
}

function read(configuration: Configuration): InjectionWebhook[] {
  const parsed = configurationSchema.safeParse(configuration);
  if (!parsed.success) return [];
  const parts = parsed.data.webhooks.filter(({ name }) => name.endsWith('sidecar-injector.istio.io'));
  const [first] = parts;
  if (first === undefined) return [];
  const { labels, name } = configuration.metadata;
  return [
    {
      name,
      revision: labels['istio.io/rev'] ?? 'default',
      tag: labels['istio.io/tag'],
      isDeactivated: parts.every(({ namespaceSelector }) => isNever(namespaceSelector)),
      failurePolicy: first.failurePolicy,
      service: serviceOf(first.clientConfig),
      parts: parts.map((part) => ({
        name: part.name,
        namespaceSelector: part.namespaceSelector,
        objectSelector: part.objectSelector,
        conditions: (part.matchConditions ?? []).map((condition) => condition.name),
      })),
    },
  ];
}

/** How `istioctl` switches a webhook off without deleting it. */
function isNever({ matchLabels }: LabelSelector): boolean {
  return matchLabels?.['istio.io/deactivated'] === 'never-match';
}

type ClientConfig = z.output<typeof webhookSchema>['clientConfig'];

function serviceOf({ service, url }: ClientConfig): string {
  if (service !== null && service !== undefined) return `${service.name}.${service.namespace}`;
  return url ?? '(no address)';
}
