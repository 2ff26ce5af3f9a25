import type { ObjectOf } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import type { MeshObjects } from './mesh-objects.ts';

/** The pods of one moment, and whether they could be read. */
export type PodsRead = { objects: Pick<MeshObjects, 'Pod'>; unread: ObjectsSnapshot['unread'] };

/**
 * A pod that somebody named. While pods cannot be read nobody knows whether it exists, so nothing says that it does not.
 * @throws ViglaError `source_unreachable` with the reason where pods could not be read, else `not_found` with `advice`
 */
export function requirePod(
  { objects, unread }: PodsRead,
  at: { namespace: string; pod: string; advice?: string },
): ObjectOf<'Pod'> {
  const { namespace, pod: name, advice = '.' } = at;
  const pod = objects.Pod.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  if (pod !== undefined) return pod;
  const unreadPods = unread.find(({ kind }) => kind === 'Pod');
  if (unreadPods !== undefined)
    throw new ViglaError(
      'source_unreachable',
      `Whether there is a pod ${name} in namespace ${namespace} is not known. Pods could not be read: ${unreadPods.reason}.`,
    );
  throw new ViglaError('not_found', `There is no pod ${name} in namespace ${namespace}${advice}`);
}
