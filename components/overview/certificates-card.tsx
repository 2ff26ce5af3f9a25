'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { formatShare } from '#lib/format-share.ts';
import { proxyItemId } from '#lib/proxy-status.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { Card } from './card.tsx';
import { CardTable, Cell } from './card-table.tsx';
import { useAskedProxies, useProxies } from './use-proxies.ts';
import { words } from './words.ts';

const shownRows = 5;

/** The certificates of proxies that should have been renewed, and those nearest to their end. */
export function CertificatesCard() {
  const address = useScopedAddress();
  const query = useProxies();
  const [isWanted, setWanted] = useState(false);
  const asked = useAskedProxies(isWanted);
  const { refetch } = query;
  useEffect(() => {
    if (asked.dataUpdatedAt > 0) void refetch();
  }, [asked.dataUpdatedAt, refetch]);
  return (
    <Card
      title={words.certificates}
      link={{ text: words.show, href: address('/proxies', { sort: 'certificate' }) }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary query={query} isSmall showsWarnings={false}>
        {({ items }) => {
          const known = items.filter(({ certificate }) => certificate !== undefined);
          return known.length === 0 ? (
            <EmptyState
              isSmall
              title={words.certificatesUnknown}
              text={asked.error === null ? words.certificatesUnknownText : asked.error.message}
              action={
                <Button onClick={() => setWanted(true)} disabled={asked.isFetching}>
                  {asked.isFetching ? words.asking : words.ask}
                </Button>
              }
            />
          ) : (
            <Oldest items={known} />
          );
        }}
      </QueryBoundary>
    </Card>
  );
}

function Oldest({ items }: { items: readonly ProxyItem[] }) {
  const address = useScopedAddress();
  const old = items.filter(isOld);
  const sorted = [...items].sort(
    (left, right) => (right.certificate?.lifeShare ?? 0) - (left.certificate?.lifeShare ?? 0),
  );
  return (
    <>
      <p className="px-3 pb-2">
        <Link
          href={address('/proxies', old.length === 0 ? {} : { drift: 'certificateOld' })}
          className="hover:underline"
        >
          <StatusBadge
            status={old.length === 0 ? 'healthy' : 'degraded'}
            text={words.oldCertificates(old.length, items.length)}
          />
        </Link>
      </p>
      <CardTable
        label={words.certificates}
        heads={[
          { title: words.proxy },
          { title: words.namespace, width: 96, isWideOnly: true },
          { title: words.life, isNumber: true, width: 96 },
        ]}
      >
        {sorted.slice(0, shownRows).map((item) => (
          <tr key={proxyItemId(item)}>
            <Cell title={item.pod}>
              <Link
                href={address(proxyPath(item), { tab: 'secrets', cluster: item.cluster })}
                className="font-medium hover:underline"
              >
                {item.workload?.name ?? item.pod}
              </Link>
            </Cell>
            <Cell isWideOnly className="text-ink-muted">
              {item.namespace}
            </Cell>
            <Cell isNumber className={isOld(item) ? 'text-warn' : ''} title={item.certificate?.notAfter}>
              {formatShare(item.certificate?.lifeShare)}
            </Cell>
          </tr>
        ))}
      </CardTable>
    </>
  );
}

/** The server's judgement. */
function isOld({ drift }: ProxyItem): boolean {
  return drift.some((one) => one.class === 'certificateOld');
}
