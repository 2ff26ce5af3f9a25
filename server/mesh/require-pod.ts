import type { ObjectOf } from '#lib/objects/kinds.ts';
import { absent } from './absent.ts';
import type { MeshObjects, UnreadKinds } from './mesh-objects.ts';

/** The pods of one moment, and whether they could be read. */
export type PodsRead = { objects: Pick<MeshObjects, 'Pod'>; unread: UnreadKinds };

/** A pod that somebody named. @throws ViglaError as `absent` says, with `advice` */
export function requirePod(
  { objects, unread }: PodsRead,
  at: { namespace: string; pod: string; advice?: string },
): ObjectOf<'Pod'> {
  const { namespace, pod: name, advice = '.' } = at;
  const pod = objects.Pod.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  if (pod !== undefined) return pod;
  throw absent({
    unread,
    kinds: ['Pod'],
    text: `There is no pod ${name} in namespace ${namespace}${advice}`,
  });
}
