import type { Injection, NamespaceInjection, PodInjection } from '#lib/contract/injection.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { namespaceMode } from '#server/mesh/inventory/namespace-injection.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { decideInjection } from './decide-injection.ts';
import { injectionWebhooksOf } from './injection-webhooks.ts';
import { podInjectionOf } from './pod-injection.ts';
import { subjectOfPod } from './pod-subject.ts';

type Mesh = { objects: MeshObjects; rootNamespace: string; unread?: string | undefined };

/** Labels of a namespace that say something about being in the mesh. */
const tellingLabels = ['istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode', 'istio.io/use-waypoint'];

/** Every namespace and pod with how it is injected and how it would be now. `isInView` tells which namespaces to list. */
export function injectionOverview(mesh: Mesh, isInView: (namespace: string) => boolean): Injection {
  const { objects } = mesh;
  const pods = objects.Pod.filter(
    ({ metadata, status }) =>
      isInView(metadata.namespace ?? '') && status.phase !== 'Succeeded' && status.phase !== 'Failed',
  ).map((pod) => onePod(pod, mesh));
  const namespaces = objects.Namespace.filter(({ metadata }) => isInView(metadata.name)).map((namespace) =>
    oneNamespace(namespace, { mesh, pods }),
  );
  return { namespaces, pods, webhooks: webhookList(objects, namespaces) };
}

/** One pod as the list has it. */
export function onePod(pod: ObjectOf<'Pod'>, mesh: Mesh): PodInjection {
  const { namespace = '', name } = pod.metadata;
  const owner = inventoryOf(mesh.objects, mesh.rootNamespace).workloadOfPod(namespace, name);
  return podInjectionOf({
    pod,
    decision: decideInjection(subjectOfPod(pod), mesh),
    workload: owner && { kind: owner.kind, name: owner.name },
  });
}

function oneNamespace(
  namespace: ObjectOf<'Namespace'>,
  { mesh, pods }: { mesh: Mesh; pods: readonly PodInjection[] },
): NamespaceInjection {
  const { name, labels } = namespace.metadata;
  const plain = { title: 'A pod', namespace: name, labels: {}, annotations: {}, hostNetwork: false };
  const { verdict, text, revision, webhooks } = decideInjection(plain, mesh);
  const called = webhooks.find(({ matches }) => matches);
  const own = pods.filter((pod) => pod.namespace === name);
  return {
    namespace: name,
    labels: Object.fromEntries(Object.entries(labels).filter(([key]) => tellingLabels.includes(key))),
    mode: namespaceMode(namespace),
    verdict,
    text,
    ...(called === undefined ? {} : { webhook: called.webhook }),
    ...(revision === undefined ? {} : { revision }),
    pods: {
      total: own.length,
      injected: own.filter(({ isInjected }) => isInjected).length,
      needRestart: own.filter(({ needsRestart }) => needsRestart !== undefined).length,
    },
  };
}

function webhookList(objects: MeshObjects, namespaces: readonly NamespaceInjection[]): Injection['webhooks'] {
  return injectionWebhooksOf(objects).map(
    ({ name, revision, tag, isDeactivated, failurePolicy, service }) => ({
      name,
      revision,
      ...(tag === undefined ? {} : { tag }),
      isDeactivated,
      failurePolicy,
      service,
      namespaces: namespaces.filter(({ webhook }) => webhook === name).map(({ namespace }) => namespace),
    }),
  );
}
