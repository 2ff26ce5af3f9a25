import { z } from 'zod';
import type { LogContainer } from '#lib/contract/logs.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';

const stateShape = z.looseObject({
  running: z.looseObject({}).optional(),
  waiting: z.looseObject({ reason: z.string().optional() }).optional(),
  terminated: z.looseObject({ reason: z.string().optional() }).optional(),
});

const statusShape = z.looseObject({
  name: z.string(),
  restartCount: z.number().default(0),
  state: stateShape.default({}),
  lastState: stateShape.default({}),
});

const statusesShape = z.looseObject({
  containerStatuses: z.array(statusShape).nullish(),
  initContainerStatuses: z.array(statusShape).nullish(),
});

type Pod = ObjectOf<'Pod'>;
type ContainerOfPod = Pick<LogContainer, 'pod' | 'container' | 'role' | 'state' | 'hasPrevious'>;

/** Containers that Istio's injector adds; the gateways' only one has the first of these names, too. */
const proxyNames = new Set(['istio-proxy', 'istio-init', 'istio-validation']);

/** The containers of a pod with what Kubernetes says of each. A proxy that starts first (`restartPolicy: Always`) is one, too. */
export function containersOf(pod: Pod): ContainerOfPod[] {
  const parsed = statusesShape.safeParse(pod.status).data;
  const statuses = [...(parsed?.containerStatuses ?? []), ...(parsed?.initContainerStatuses ?? [])];
  const describe = (name: string, isInit: boolean): ContainerOfPod => {
    const status = statuses.find((one) => one.name === name);
    return {
      pod: pod.metadata.name,
      container: name,
      role: isInit ? 'init' : proxyNames.has(name) ? 'proxy' : 'app',
      state: status === undefined ? 'unknown' : stateOf(status.state),
      hasPrevious: (status?.restartCount ?? 0) > 0 || status?.lastState.terminated !== undefined,
    };
  };
  return [
    ...pod.spec.containers.map(({ name }) => describe(name, false)),
    ...pod.spec.initContainers.map(({ name, restartPolicy }) => describe(name, restartPolicy !== 'Always')),
  ];
}

/** An init container that has done its work is read only when it is asked for. */
export function isReadByDefault({ role, state }: ContainerOfPod): boolean {
  return role !== 'init' || state !== 'Completed';
}

function stateOf({ running, waiting, terminated }: z.output<typeof stateShape>): string {
  if (running !== undefined) return 'running';
  return waiting?.reason ?? terminated?.reason ?? 'unknown';
}
