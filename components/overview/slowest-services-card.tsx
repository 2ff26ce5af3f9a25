'use client';

import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { nodeTarget } from '#lib/graph/node-target.ts';
import { targetPath } from '#lib/target.ts';
import { Card } from './card.tsx';
import { CardTable, Cell } from './card-table.tsx';
import { rankLatency } from './rank-latency.ts';
import type { OverviewGraphQuery } from './use-overview-graph.ts';
import { words } from './words.ts';

const shownRows = 6;

export function SlowestServicesCard({ query }: { query: OverviewGraphQuery }) {
  const address = useScopedAddress();
  return (
    <Card
      title={words.slowest}
      link={{ text: words.all('Services'), href: address('/services', { sort: '-p95' }) }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={(graph) => rankLatency(graph, 1).length === 0}
        empty={<EmptyState isSmall title={words.noLatency} text={words.noLatencyText} />}
      >
        {(graph) => (
          <CardTable
            label={words.slowest}
            heads={[
              { title: 'Service' },
              { title: 'Version', width: 68 },
              { title: 'p50', unit: 'ms', width: 68, isNumber: true },
              { title: 'p95', unit: 'ms', width: 68, isNumber: true },
            ]}
          >
            {rankLatency(graph, shownRows).map(({ edge, target, p50, p95 }) => (
              <tr key={edge.id}>
                <Cell wraps title={target.name}>
                  <Link href={pageOf(target, address)} className="hover:underline">
                    {target.name} <span className="whitespace-nowrap text-ink-muted">{target.namespace}</span>
                  </Link>
                </Cell>
                <Cell className="mono">
                  {target.version === undefined || target.version === 'latest' ? '–' : target.version}
                </Cell>
                <Cell isNumber>{formatMsFigure(p50)}</Cell>
                <Cell isNumber>{formatMsFigure(p95)}</Cell>
              </tr>
            ))}
          </CardTable>
        )}
      </QueryBoundary>
    </Card>
  );
}

/** Its response times on its own page; what has none is shown in the graph. */
function pageOf(node: GraphNode, address: ReturnType<typeof useScopedAddress>): string {
  const target = nodeTarget(node);
  return target === undefined
    ? address('/graph', { selected: `node:${node.id}` })
    : address(targetPath(target), { tab: 'inbound', cluster: target.cluster });
}
