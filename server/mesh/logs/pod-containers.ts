import type { LogContainer } from '#lib/contract/logs.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { containersOf } from '#server/mesh/details/containers-of.ts';

type PodContainer = Pick<LogContainer, 'pod' | 'container' | 'role' | 'state' | 'hasPrevious'>;

/** The containers of a pod as a reader of logs sees them. Kubernetes keeps the log of one run before the present one. */
export function logContainersOf(pod: ObjectOf<'Pod'>): PodContainer[] {
  return containersOf(pod).map(({ name, role, state, restarts }) => ({
    pod: pod.metadata.name,
    container: name,
    role,
    state,
    hasPrevious: restarts > 0,
  }));
}

/** An init container that has done its work is read only when it is asked for. */
export function isReadByDefault({ role, state }: PodContainer): boolean {
  return role !== 'init' || state !== 'Completed';
}
