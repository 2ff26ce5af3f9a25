'use client';

import Link from 'next/link';
import type { ClusterRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { FactList } from '../shared/fact-list.tsx';
import { useTabAddress } from '../use-tab-address.ts';
import { words } from '../words.ts';

const { details } = words;

/** How a cluster is reached, secured and limited, and the way to its endpoints and to the routes that lead to it. */
export function ClusterDetails({ row, target }: { row: ClusterRow; target: ProxyTarget }) {
  const address = useTabAddress(target);
  const { name, tls, loadBalancing, connectTimeout, circuitBreakers, outlierDetection } = row;
  return (
    <FactList
      facts={[
        { term: details.name, value: <span className="mono">{name}</span> },
        { term: details.tls, value: tls },
        { term: details.circuitBreakers, value: circuitBreakers.join(', ') || details.unlimited },
        { term: details.outlierDetection, value: outlierDetection.join(', ') || details.never },
        {
          term: details.balancing,
          value: [loadBalancing, connectTimeout && details.connects(connectTimeout)]
            .filter((text) => text !== undefined)
            .join(', '),
        },
        {
          term: details.seeAlso,
          value: (
            <span className="flex gap-3">
              <Link href={address('endpoints', { upstream: name })} className="text-accent hover:underline">
                {details.itsEndpoints}
              </Link>
              <Link href={address('routes', { q: name })} className="text-accent hover:underline">
                {details.routesToIt}
              </Link>
            </span>
          ),
        },
      ]}
    />
  );
}
