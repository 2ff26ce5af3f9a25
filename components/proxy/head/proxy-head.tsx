'use client';

import Link from 'next/link';
import { Tag } from '#components/ui/chip.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { DashboardButton } from '#components/ui/dashboard-button.tsx';
import { type AnswerQuery, QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { ProxyTabId } from '../proxy-state.ts';
import { words } from '../words.ts';
import { CommandsMenu } from './commands-menu.tsx';
import { CompareMenu } from './compare-menu.tsx';
import { ProxyState } from './proxy-state-line.tsx';

type ProxyHeadProps = {
  target: ProxyTarget;
  query: AnswerQuery<ProxyItem>;
  tab: ProxyTabId;
  tabs: readonly ProxyTabId[];
};

/** Whose proxy it is, in which state, and what it can be compared with. */
export function ProxyHead({ target, query, tab, tabs }: ProxyHeadProps) {
  const { namespace, pod, cluster } = target;
  return (
    <header className="shrink-0">
      <div className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-1.5">
        <Breadcrumb target={target} />
        {query.data !== undefined && <Tag>{words.proxyTypes[query.data.data.type]}</Tag>}
        <span className="flex-1" />
        <DashboardButton about={{ of: 'proxy', namespace, name: pod, cluster }} />
        <CompareMenu target={target} tabs={tabs} />
        <CommandsMenu target={target} tab={tab} />
      </div>
      <QueryBoundary query={query} isSmall loading={<div className="h-8" />}>
        {(proxy) => <ProxyState target={target} proxy={proxy} />}
      </QueryBoundary>
    </header>
  );
}

function Breadcrumb({ target: { namespace, pod } }: { target: ProxyTarget }) {
  const address = useScopedAddress();
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2 text-ink-muted">
      <Link href={address('/proxies')} className="max-md:hidden hover:text-ink hover:underline">
        {words.list}
      </Link>
      <span aria-hidden className="max-md:hidden">
        /
      </span>
      <Link
        href={address('/proxies', { namespaces: namespace })}
        title={words.proxiesOf(namespace)}
        className="hover:text-ink hover:underline"
      >
        {namespace}
      </Link>
      <span aria-hidden>/</span>
      <h1 className="mono min-w-0 truncate text-[14px] font-semibold tracking-tight text-ink" title={pod}>
        {pod}
      </h1>
      <CopyButton text={pod} label={words.name} />
    </nav>
  );
}
