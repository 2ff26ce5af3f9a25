'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { formatAge, formatDateTime } from '#lib/format-time.ts';
import { formatTimeLeft } from '#lib/format-time-left.ts';
import { isConnectionUnknown } from '#lib/proxy-status.ts';
import { targetPath } from '#lib/target.ts';
import { words } from '../words.ts';

const { facts: terms } = words;

/** The few things that one wants to know of a proxy at once, in one row. */
export function ProxyFacts({ proxy, isOfWorkload }: { proxy: ProxyItem; isOfWorkload: boolean }) {
  const { nowMs, zone } = useScope();
  const address = useScopedAddress();
  const { namespace, workload, version, revision, istiod, connectedAt, certificate } = proxy;
  const isUnknown = isConnectionUnknown(proxy);
  const ageOf = (at: string) => formatAge(Math.max(0, nowMs - Date.parse(at)) / 1000);
  const momentOf = (at: string) => formatDateTime({ epochMs: Date.parse(at), zone });
  const rows: { term: string; value: ReactNode; title?: string | undefined }[] = [
    {
      term: terms.workload,
      value: workload && !isOfWorkload && (
        <Link
          href={address(targetPath({ kind: 'workload', namespace, name: workload.name }))}
          className="text-accent hover:underline"
        >
          {workload.name}
        </Link>
      ),
      title: workload?.kind,
    },
    {
      term: terms.version,
      value: version && <span className="mono">{version}</span>,
      title: revision && terms.revision(revision),
    },
    {
      term: terms.istiod,
      value:
        istiod === undefined ? (
          <span className={isUnknown ? 'text-ink-muted' : 'text-warn'}>
            {isUnknown ? terms.connectionUnknown : terms.notConnected}
          </span>
        ) : (
          <span className="mono flex max-w-36">
            <MiddleTruncate text={istiod} />
          </span>
        ),
    },
    {
      term: terms.connected,
      value: connectedAt && ageOf(connectedAt),
      title: connectedAt && momentOf(connectedAt),
    },
    {
      term: terms.certificate,
      value: certificate && formatTimeLeft((Date.parse(certificate.notAfter) - nowMs) / 1000),
      title: certificate && `${momentOf(certificate.notBefore)} – ${momentOf(certificate.notAfter)}`,
    },
  ];
  if (nowMs === 0) return null;
  return (
    <dl className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-0.5 text-sm">
      {rows
        .filter(({ value }) => value !== undefined && value !== false && value !== '')
        .map(({ term, value, title }) => (
          <div key={term} className="flex min-w-0 items-center gap-1.5" title={title}>
            <dt className="shrink-0 text-ink-muted">{term}</dt>
            <dd className="min-w-0 truncate">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
