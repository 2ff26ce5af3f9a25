import type { ControlPlane } from '#lib/contract/mesh.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { ControlPlaneFacts } from './facts.ts';
import { istioWebhooks } from './istio-webhooks.ts';

/**
 * Where no istiod runs in the cluster: those that its webhooks name, by an address or by a Service that selects no pods, as
 * remote and external installations have them.
 */
export function externalControlPlanes({ objects }: ControlPlaneFacts): ControlPlane[] {
  const seen = new Set<string>();
  return istioWebhooks(objects.MutatingWebhookConfiguration).flatMap(({ revision, tag, url, service }) => {
    const address = url ?? serviceOutside(service, objects);
    if (address === undefined || tag !== undefined || seen.has(revision)) return [];
    seen.add(revision);
    const text = `It runs outside this cluster, at ${address}: how it is cannot be seen from here`;
    return [
      {
        revision,
        namespace: service?.namespace ?? '',
        external: address,
        versions: [],
        replicas: [],
        health: { status: 'unknown' as const, reasons: [{ text, evidence: [] }] },
      },
    ];
  });
}

function serviceOutside(
  at: { namespace: string; name: string } | undefined,
  { Service: services, Pod: pods }: ControlPlaneFacts['objects'],
): string | undefined {
  if (at === undefined) return undefined;
  const service = services.find(
    ({ metadata }) => metadata.namespace === at.namespace && metadata.name === at.name,
  );
  if (service === undefined) return undefined;
  const { selector, externalName } = service.spec;
  const hasPods =
    selector !== undefined &&
    pods.some(
      ({ metadata }) => metadata.namespace === at.namespace && matchesSelector(metadata.labels, selector),
    );
  return hasPods ? undefined : (externalName ?? `Service ${at.namespace}/${at.name}`);
}
