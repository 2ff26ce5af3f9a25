'use client';

import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { nodeTitle } from './call.ts';
import { Card } from './card.tsx';
import { CardTable, Cell } from './card-table.tsx';
import { type FailingCall, rankErrors } from './rank-errors.ts';
import type { OverviewGraphQuery } from './use-overview-graph.ts';
import { words } from './words.ts';

const shownRows = 6;

export function ErrorRatesCard({ query }: { query: OverviewGraphQuery }) {
  const address = useScopedAddress();
  return (
    <Card
      title={words.errors}
      link={{ text: 'Graph', href: address('/graph', { find: 'errors > 0' }) }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={(graph) => rankErrors(graph, 1).length === 0}
        empty={<EmptyState isSmall title={words.noErrors} text={words.noErrorsText} />}
      >
        {(graph) => (
          <CardTable
            label={words.errors}
            heads={[
              { title: 'Call' },
              { title: 'Code', width: 92 },
              { title: 'req/s', width: 56, isNumber: true },
              { title: '%', width: 64, isNumber: true },
            ]}
          >
            {rankErrors(graph, shownRows).map((call) => (
              <ErrorRow
                key={call.edge.id}
                call={call}
                href={address('/graph', { selected: `edge:${call.edge.id}` })}
              />
            ))}
          </CardTable>
        )}
      </QueryBoundary>
    </Card>
  );
}

function ErrorRow({ call, href }: { call: FailingCall; href: string }) {
  const { edge, source, target, response, errorShare } = call;
  const tone = edge.health.status === 'failing' ? 'text-fail' : undefined;
  const flags = response === undefined || response.flags === '-' ? '' : ` ${response.flags}`;
  const code = response === undefined ? '' : `${response.code}${flags}`;
  return (
    <tr>
      <Cell wraps title={`${nodeTitle(source)} → ${nodeTitle(target)}`}>
        <Link href={href} className="hover:underline">
          {nodeTitle(source)}{' '}
          <span className="text-ink-muted">
            →{'\u00a0'}
            {nodeTitle(target)}
          </span>
        </Link>
      </Cell>
      <Cell className={`mono ${tone ?? ''}`} title={code}>
        {code}
      </Cell>
      <Cell isNumber>{formatRateFigure(edge.requestsPerSecond)}</Cell>
      <Cell isNumber className={tone}>
        {formatShareFigure(errorShare)}
      </Cell>
    </tr>
  );
}
