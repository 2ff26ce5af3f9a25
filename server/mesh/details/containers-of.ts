import type { Container } from '#lib/contract/details.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';

type Pod = ObjectOf<'Pod'>;
type Spec = Pod['spec']['containers'][number];
type Status = NonNullable<Pod['status']['containerStatuses']>[number];

/** The containers of a pod: its own, the proxy, then those that only prepare. A native sidecar stands among the init containers. */
export function containersOf({ spec, status }: Pod): Container[] {
  const statuses = new Map(
    [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])].map((one) => [
      one.name,
      one,
    ]),
  );
  const all = [
    ...spec.containers.map((container) => containerOf(container, { statuses, isInit: false })),
    ...spec.initContainers.map((container) =>
      containerOf(container, { statuses, isInit: container.restartPolicy !== 'Always' }),
    ),
  ];
  return all.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

const order: readonly Container['role'][] = ['app', 'proxy', 'init'];

function containerOf(
  { name, image = '' }: Spec,
  { statuses, isInit }: { statuses: ReadonlyMap<string, Status>; isInit: boolean },
): Container {
  const status = statuses.get(name);
  return {
    name,
    image,
    role: name === 'istio-proxy' ? 'proxy' : isInit ? 'init' : 'app',
    isReady: status?.ready ?? false,
    state: stateOf(status),
    restarts: status?.restartCount ?? 0,
  };
}

/** `unknown` where the kubelet has said nothing yet. */
function stateOf(status: Status | undefined): string {
  const { running, waiting, terminated } = status?.state ?? {};
  if (running !== undefined && running !== null) return 'running';
  if (waiting !== undefined && waiting !== null) return waiting.reason ?? 'waiting';
  if (terminated !== undefined && terminated !== null)
    return terminated.reason ?? `ended with code ${terminated.exitCode ?? 'unknown'}`;
  return 'unknown';
}
