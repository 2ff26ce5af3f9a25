'use client';

import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { nodeTitle } from './call.ts';
import { Card } from './card.tsx';
import { CardTable } from './card-table.tsx';
import { groupSplits, type Split } from './group-splits.ts';
import type { OverviewGraphQuery } from './use-overview-graph.ts';
import { words } from './words.ts';

const shownRows = 5;

export function SplitsCard({ query }: { query: OverviewGraphQuery }) {
  const address = useScopedAddress();
  return (
    <Card
      title={words.splits}
      hint="share of requests"
      link={{ text: 'Graph', href: address('/graph', { labels: 'split' }) }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={(graph) => groupSplits(graph).length === 0}
        empty={<EmptyState isSmall title={words.noSplits} text={words.noSplitsText} />}
      >
        {(graph) => (
          <CardTable
            label={words.splits}
            heads={[{ title: 'Route' }, { title: 'Observed', unit: '%', width: 204 }]}
          >
            {groupSplits(graph)
              .slice(0, shownRows)
              .map((split) => (
                <SplitRow
                  key={split.id}
                  split={split}
                  href={address('/graph', { selected: `node:${split.source.id}` })}
                />
              ))}
          </CardTable>
        )}
      </QueryBoundary>
    </Card>
  );
}

function SplitRow({ split, href }: { split: Split; href: string }) {
  const from = split.source.kind === 'service' ? 'all callers' : `from ${nodeTitle(split.source)}`;
  return (
    <tr>
      <td className="h-[49px] truncate border-b pr-2 pl-3 leading-[18px]">
        <Link
          href={href}
          title={`${split.route.kind} ${split.route.namespace}/${split.route.name}`}
          className="hover:underline"
        >
          {split.route.name}
        </Link>
        <div className="truncate text-xs leading-[18px] text-ink-muted">
          {split.route.namespace} · {from}
        </div>
      </td>
      <td className="border-b pr-3 pl-2">
        <div className="flex gap-2.5">
          {split.backends.map((backend) => (
            <span key={backend.id} className="mono whitespace-nowrap" title={backend.title}>
              <span className="text-ink-muted">{shortTitle(backend.title)}</span>{' '}
              {formatShareFigure(backend.share)}
            </span>
          ))}
        </div>
        <div aria-hidden className="mt-1 flex gap-0.5">
          {split.backends.map((backend, index) => (
            <span
              key={backend.id}
              style={{ flexGrow: backend.share, opacity: 1 - index * 0.28 }}
              className="h-1 min-w-[2px] rounded-[1px] bg-mark-tcp"
            />
          ))}
        </div>
      </td>
    </tr>
  );
}

function shortTitle(title: string): string {
  return title.length > 8 ? `${title.slice(0, 7)}…` : title;
}
