/** `outbound|9080|v1|reviews.bookinfo.svc.cluster.local`, taken apart. */
export type ClusterName = { direction: string; port: number; subset: string; host: string };

const separators = ['|', '_.'] as const;

/**
 * Reads Istio's names of clusters, those of gateways that pass TLS on by server name (`outbound_.9080_.v1_.host`) as
 * well. Undefined for every other name. Source: Istio's BuildSubsetKey and BuildDNSSrvSubsetKey.
 */
export function parseClusterName(name: string): ClusterName | undefined {
  for (const separator of separators) {
    const [direction = '', port = '', subset, ...host] = name.split(separator);
    if (subset === undefined || host.length !== 1 || !/^\d+$/.test(port)) continue;
    if (!/^(outbound|inbound|inbound-vip)$/.test(direction)) continue;
    return { direction, port: Number(port), subset: subsetOf(direction, subset), host: host[0] ?? '' };
  }
  return undefined;
}

/** A waypoint writes the protocol before the subset: `http/v1`. */
function subsetOf(direction: string, text: string): string {
  return direction === 'inbound-vip' ? (text.split('/')[1] ?? '') : text;
}
