/** `shop`, and of another cluster than home `shop, west`; the cluster alone for what is in no namespace. */
export function placeText(
  namespace: string,
  { cluster, home }: { cluster: string | undefined; home: string | undefined },
): string {
  const isElsewhere = cluster !== undefined && home !== undefined && cluster !== home;
  return [namespace, ...(isElsewhere ? [cluster] : [])].filter((text) => text !== '').join(', ');
}
