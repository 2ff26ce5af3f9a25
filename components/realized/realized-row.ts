import type { Realized, RealizedItem, RealizedProxy } from '#lib/contract/realized.ts';

/** One item of one proxy. */
export type RealizedRow = RealizedItem & Pick<RealizedProxy, 'namespace' | 'pod' | 'why'> & { id: string };

export function realizedRows({ proxies }: Realized): RealizedRow[] {
  return proxies.flatMap(({ namespace, pod, why, items }) =>
    items.map((item) => ({
      ...item,
      namespace,
      pod,
      why,
      id: [namespace, pod, item.section, item.rowId, item.part ?? ''].join('/'),
    })),
  );
}
