import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { Realized, RealizedItem, RealizedProxy } from '#lib/contract/realized.ts';

/** One item of one proxy. */
export type RealizedRow = RealizedItem &
  Pick<RealizedProxy, 'namespace' | 'pod' | 'why'> & {
    id: string;
    object: ObjectReference;
    /** Of its proxy, among those that were read. */
    place: number;
  };

export function realizedRows({ proxies, object }: Realized): RealizedRow[] {
  return proxies.flatMap(({ namespace, pod, why, items }, place) =>
    items.map((item) => ({
      ...item,
      object,
      namespace,
      pod,
      why,
      place,
      id: [namespace, pod, item.section, item.rowId, item.part ?? ''].join('/'),
    })),
  );
}
