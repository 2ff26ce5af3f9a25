import type { ObjectOf } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import type { PodPort } from '#server/sources/observed/pod-port.ts';

export type Replica = PodPort & { revision: string | undefined };

export type Replicas = {
  running: Replica[];
  /** Those that are there and cannot be asked, each with its phase: `Pending`. */
  waiting: { pod: string; phase: string }[];
};

/** Where istiod listens for its metrics and debug endpoints, unless it is told otherwise. */
const monitoringPort = 15014;
const portName = 'http-monitoring';

/**
 * The replicas of istiod in the root namespace, of all revisions, by name. Pods that have ended (evicted ones among
 * them) are none.
 * @throws ViglaError `source_unreachable` when none runs, with the reason
 */
export function findReplicas({ objects, rootNamespace, unread }: ObjectsSnapshot): Replicas {
  const pods = objects.Pod.filter(
    ({ metadata, status }) =>
      metadata.labels.app === 'istiod' &&
      metadata.namespace === rootNamespace &&
      !['Succeeded', 'Failed'].includes(status.phase ?? ''),
  ).sort((one, other) => one.metadata.name.localeCompare(other.metadata.name, 'en'));
  const running = pods.filter(({ status }) => status.phase === 'Running').map(replicaOf);
  const waiting = pods
    .filter(({ status }) => status.phase !== 'Running')
    .map(({ metadata, status }) => ({ pod: metadata.name, phase: status.phase ?? 'without a phase' }));
  if (running.length > 0) return { running, waiting };
  const unreadPods = unread.find(({ kind }) => kind === 'Pod');
  const [first] = waiting;
  const reason =
    unreadPods !== undefined
      ? `Pods could not be read (${unreadPods.reason}), so where istiod runs is not known.`
      : first !== undefined
        ? `istiod does not run yet: pod ${rootNamespace}/${first.pod} is ${first.phase}.`
        : `No pod with the label app=istiod is in the namespace ${rootNamespace}; set VIGLA_ROOT_NAMESPACE if istiod runs elsewhere, or ISTIOD_URL if it runs outside of the cluster.`;
  throw new ViglaError('source_unreachable', reason);
}

function replicaOf(pod: ObjectOf<'Pod'>): Replica {
  return {
    namespace: pod.metadata.namespace ?? '',
    pod: pod.metadata.name,
    port: portOf(pod) ?? monitoringPort,
    revision: pod.metadata.labels['istio.io/rev'],
  };
}

/** Of its argument `--monitoringAddr`, as `=:15014` or as the next word; else of the port with the chart's name. */
function portOf({ spec }: ObjectOf<'Pod'>): number | undefined {
  for (const { args = [], ports } of spec.containers) {
    const words = args.join(' ');
    const [, argument] = /--monitoringAddr[= ]\S*:(\d+)/.exec(words) ?? [];
    if (argument !== undefined) return Number(argument);
    const named = ports?.find(({ name }) => name === portName);
    if (named !== undefined) return named.containerPort;
  }
  return undefined;
}
