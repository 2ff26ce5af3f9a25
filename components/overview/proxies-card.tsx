'use client';

import Link from 'next/link';
import { hasSeveralClusters } from '#components/ui/data-table/cluster-column.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { ClusterHere, InCluster } from '#components/ui/scope/in-cluster.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { driftWords } from '#lib/drift-words.ts';
import { compareProxies, proxyItemId, proxyStatus, worstDrift } from '#lib/proxy-status.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { Card } from './card.tsx';
import { useProxies } from './use-proxies.ts';
import { words } from './words.ts';

const shownRows = 5;

/** Proxies that do not have what istiod has for them, worst first. */
export function ProxiesCard() {
  const address = useScopedAddress();
  const query = useProxies();
  return (
    <Card
      title={words.proxies}
      link={{ text: words.all(words.proxiesTitle), href: address('/proxies') }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState isSmall title={words.noProxies} text={words.noProxiesText} />}
      >
        {({ items }) => <OutOfSync items={items} />}
      </QueryBoundary>
    </Card>
  );
}

function OutOfSync({ items }: { items: readonly ProxyItem[] }) {
  const address = useScopedAddress();
  const off = items.filter((item) => proxyStatus(item) !== 'healthy').sort(compareProxies);
  return (
    <>
      <p className="px-3 pb-2">
        <Link href={address('/proxies', { drift: classesOf(off).join(',') })} className="hover:underline">
          <StatusBadge
            status={off[0] === undefined ? 'healthy' : proxyStatus(off[0])}
            text={words.outOfSync(off.length, items.length)}
          />
        </Link>
      </p>
      {off.length > 0 && (
        <ul aria-label={words.proxies}>
          {off.slice(0, shownRows).map((item) => (
            <InCluster key={proxyItemId(item)} name={item.cluster} isSaid={hasSeveralClusters(items)}>
              <ProxyRow item={item} />
            </InCluster>
          ))}
        </ul>
      )}
    </>
  );
}

/** By which the fleet's table is filtered to the same proxies. */
function classesOf(items: readonly ProxyItem[]): string[] {
  return [
    ...new Set(
      items.flatMap(({ drift }) => (drift.length === 0 ? ['undecided'] : drift.map((one) => one.class))),
    ),
  ];
}

function ProxyRow({ item }: { item: ProxyItem }) {
  const address = useScopedAddress();
  const worst = worstDrift(item);
  const text = worst === undefined ? item.undecided[0]?.because : worst.why.text;
  return (
    <li className="flex min-h-[49px] items-start gap-2 border-t px-3 py-1.5">
      <div className="min-w-0 flex-1 leading-[18px]">
        <p className="flex min-w-0 items-center gap-1.5">
          <StatusBadge
            status={proxyStatus(item)}
            text={worst === undefined ? words.undecided : driftWords[worst.class]}
          />
          <Link href={address(proxyPath(item))} className="min-w-0 truncate font-medium hover:underline">
            {item.workload?.name ?? item.pod}
          </Link>
          <span className="text-ink-muted">
            <ClusterHere />
            {item.namespace}
          </span>
        </p>
        <p className="truncate text-xs leading-[18px] text-ink-muted" title={text}>
          {text}
        </p>
      </div>
      {worst !== undefined && (
        <WhyPopover title={`${driftWords[worst.class]}: ${item.pod}`} explanation={worst.why} />
      )}
    </li>
  );
}
