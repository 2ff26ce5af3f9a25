import type { ControlPlane, IstiodReplica } from '#lib/contract/mesh.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { isPodReady } from '#server/mesh/inventory/pod-counts.ts';
import { controlPlaneHealth } from './control-plane-health.ts';
import { externalControlPlanes } from './external-control-planes.ts';
import type { ControlPlaneFacts } from './facts.ts';

/** istiod by namespace and revision, from its pods and its Deployments, so that one without pods is there too. */
export function controlPlanes(facts: ControlPlaneFacts): ControlPlane[] {
  const { Pod: pods, Deployment: deployments } = facts.objects;
  const istiods = pods.filter(({ metadata }) => metadata.labels.app === 'istiod');
  const workloads = deployments.filter(({ metadata }) => metadata.labels.app === 'istiod');
  const groups = new Map<string, { pods: ObjectOf<'Pod'>[]; workload: ObjectOf<'Deployment'> | undefined }>();
  for (const workload of workloads) groups.set(keyOf(workload), { pods: [], workload });
  for (const pod of istiods) {
    const group = groups.get(keyOf(pod));
    if (group === undefined) groups.set(keyOf(pod), { pods: [pod], workload: undefined });
    else group.pods.push(pod);
  }
  const local = [...groups].sort(byKey).map(([key, group]) => controlPlane(key, group, facts));
  return local.length > 0 ? local : externalControlPlanes(facts);
}

type Labelled = Pick<ObjectOf<'Pod'>, 'metadata'>;

function keyOf({ metadata }: Labelled): string {
  return `${metadata.namespace ?? ''}/${metadata.labels['istio.io/rev'] ?? 'default'}`;
}

function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}

function controlPlane(
  key: string,
  { pods, workload }: { pods: ObjectOf<'Pod'>[]; workload: ObjectOf<'Deployment'> | undefined },
  facts: ControlPlaneFacts,
): ControlPlane {
  const [namespace = '', revision = ''] = key.split('/');
  const replicas = pods.map((pod) => replicaOf(pod, facts));
  const counted = replicas.flatMap(({ proxies }) => proxies ?? []);
  const desiredReplicas = workload === undefined ? undefined : (workload.spec.replicas ?? 1);
  const versions = [...new Set(replicas.flatMap(({ version }) => version ?? []))].sort();
  return {
    revision,
    namespace,
    ...(workload === undefined ? {} : { workload: workload.metadata.name }),
    ...(desiredReplicas === undefined ? {} : { desiredReplicas }),
    versions,
    replicas,
    ...(counted.length === 0
      ? {}
      : {
          proxies: {
            connected: counted.reduce((sum, { connected }) => sum + connected, 0),
            inSync: counted.reduce((sum, { inSync }) => sum + inSync, 0),
          },
        }),
    health: controlPlaneHealth({ namespace, replicas, desiredReplicas, versions }),
  };
}

function replicaOf(pod: ObjectOf<'Pod'>, facts: ControlPlaneFacts): IstiodReplica {
  const { name } = pod.metadata;
  const container = pod.spec.containers.find((each) => each.name === 'discovery') ?? pod.spec.containers[0];
  const own = facts.proxies.filter(({ replica }) => replica === name);
  const version = facts.versions.get(name);
  const restarts = (pod.status.containerStatuses ?? []).reduce(
    (sum, each) => sum + (each.restartCount ?? 0),
    0,
  );
  const unanswered = facts.answered.has(name)
    ? undefined
    : (facts.failures.get(name) ?? 'istiod was not asked: no way leads to it.');
  return {
    pod: name,
    isReady: isPodReady(pod),
    ...(version === undefined ? {} : { version }),
    ...(container?.image === undefined ? {} : { image: container.image }),
    ...(pod.status.startTime === undefined ? {} : { startedAt: pod.status.startTime }),
    restarts,
    ...(unanswered === undefined
      ? { proxies: { connected: own.length, inSync: own.filter(({ isInSync }) => isInSync).length } }
      : { unanswered }),
  };
}
