import type { ObjectOf } from '#lib/objects/kinds.ts';

type Metadata = ObjectOf<'Pod'>['metadata'];

/** What kubectl keeps for itself says nothing and is as long as the object. */
const ownOfKubectl = 'kubectl.kubernetes.io/last-applied-configuration';

/** Annotations and age of an object; of one that is not known there are none. */
export function commonDetail(metadata: Metadata | undefined) {
  const { [ownOfKubectl]: _, ...annotations } = metadata?.annotations ?? {};
  const createdAt = metadata?.creationTimestamp;
  return { annotations, ...(createdAt === undefined ? {} : { createdAt }) };
}
