import type { ObjectReference } from '#lib/contract/evidence.ts';

/** `VirtualService bookinfo/reviews` */
export function objectText({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace}/${name}`;
}
