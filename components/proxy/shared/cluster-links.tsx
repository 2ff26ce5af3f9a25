'use client';

import Link from 'next/link';
import { Tag } from '#components/ui/chip.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useTabAddress } from '../use-tab-address.ts';
import { shortCluster } from './short-cluster.ts';

type ClusterTarget = { cluster: string; weight?: number | undefined };

type ClusterLinksProps = { clusters: readonly ClusterTarget[]; target: ProxyTarget };

/** Where something goes: versions of one host share its name, each with its weight; each leads to its cluster. */
export function ClusterLinks({ clusters, target }: ClusterLinksProps) {
  const address = useTabAddress(target);
  const known = clusters.map((cluster) => ({
    ...cluster,
    short: shortCluster(cluster.cluster, target.namespace),
  }));
  const hosts = new Set(known.map(({ short }) => short.host));
  const [onlyHost] = hosts;
  const isOneHost =
    known.length > 1 && hosts.size === 1 && known.every(({ short }) => short.subset !== undefined);
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      {known.map(({ cluster, weight, short: { host, subset } }) => (
        <span key={cluster} className="inline-flex shrink-0 items-center gap-1">
          <Link
            href={address('clusters', { row: cluster })}
            title={cluster}
            onClick={(event) => event.stopPropagation()}
            className="mono hover:text-accent hover:underline"
          >
            {isOneHost ? subset : [subset, host].filter((part) => part !== undefined).join(' ')}
          </Link>
          {weight !== undefined && <Tag className="px-1">{weight}</Tag>}
        </span>
      ))}
      {isOneHost && <span className="mono text-ink-muted">{onlyHost}</span>}
    </span>
  );
}
