'use client';

import Link from 'next/link';
import type { ListenerRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { shortCluster } from '../shared/short-cluster.ts';
import { useTabAddress } from '../use-tab-address.ts';

/** Where a chain leads, in istioctl's words; a route configuration and a cluster lead to their tabs. */
export function Destination({ row, target }: { row: ListenerRow; target: ProxyTarget }) {
  const address = useTabAddress(target);
  const { destination, routeConfig } = row;
  const link = (href: string, text: string) => (
    <Link href={href} title={destination} className="mono text-ink hover:text-accent hover:underline">
      {text}
    </Link>
  );
  if (routeConfig !== undefined && destination === `Route: ${routeConfig}`)
    return <>Route {link(address('routes', { name: routeConfig }), routeConfig)}</>;
  const [, cluster] =
    /^(?:Cluster: )?(\w*Cluster)$|^Cluster: (.+)$/.exec(destination)?.filter((part) => part !== undefined) ??
    [];
  if (cluster !== undefined) {
    const { host, subset, port } = shortCluster(cluster, target.namespace);
    const text = [subset, port === undefined ? host : `${host}:${port}`].filter((part) => part !== undefined);
    return <>Cluster {link(address('clusters', { row: cluster }), text.join(' '))}</>;
  }
  return (
    <span className="text-ink-muted" title={destination}>
      {destination}
    </span>
  );
}
