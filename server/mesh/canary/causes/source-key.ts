/** `<namespace>/<workload>` */
export function sourceKey({ namespace, workload }: { namespace: string; workload: string }): string {
  return `${namespace}/${workload}`;
}
