'use client';

import Link from 'next/link';
import type { ClusterRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { detailWords } from '../detail-words.ts';
import { FactList } from '../shared/fact-list.tsx';
import { useTabAddress } from '../use-tab-address.ts';

/** How a cluster is reached, secured and limited, and the way to its endpoints and to the routes that lead to it. */
export function ClusterDetails({ row, target }: { row: ClusterRow; target: ProxyTarget }) {
  const address = useTabAddress(target);
  const { name, tls, loadBalancing, connectTimeout, circuitBreakers, outlierDetection } = row;
  return (
    <FactList
      facts={[
        { term: detailWords.name, value: <span className="mono">{name}</span> },
        { term: detailWords.tls, value: tls },
        { term: detailWords.circuitBreakers, value: circuitBreakers.join(', ') || detailWords.unlimited },
        { term: detailWords.outlierDetection, value: outlierDetection.join(', ') || detailWords.never },
        {
          term: detailWords.balancing,
          value: [loadBalancing, connectTimeout && detailWords.connects(connectTimeout)]
            .filter((text) => text !== undefined)
            .join(', '),
        },
        {
          term: detailWords.seeAlso,
          value: (
            <span className="flex gap-3">
              <Link href={address('endpoints', { upstream: name })} className="text-accent hover:underline">
                {detailWords.itsEndpoints}
              </Link>
              <Link href={address('routes', { q: name })} className="text-accent hover:underline">
                {detailWords.routesToIt}
              </Link>
            </span>
          ),
        },
      ]}
    />
  );
}
