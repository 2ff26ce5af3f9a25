/** How addresses and the timeline call a source: `shop/checkout`. */
export function sourceId({ namespace, workload }: { namespace: string; workload: string }): string {
  return `${namespace}/${workload}`;
}
