import type { ObjectReference } from '#lib/contract/evidence.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';

/** `VirtualService bookinfo/reviews` */
export function objectText({ kind, namespace, name }: ObjectReference): string {
  return `${kindTitle(kind)} ${namespace === '' ? name : `${namespace}/${name}`}`;
}
