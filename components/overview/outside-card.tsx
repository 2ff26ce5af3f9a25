'use client';

import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { Graph, GraphNode, NodeKind } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRate } from '#lib/format-rate.ts';
import { Card } from './card.tsx';
import { CardTable } from './card-table.tsx';
import type { OverviewGraphQuery } from './use-overview-graph.ts';
import { WithoutProxyLine } from './without-proxy-line.tsx';
import { words } from './words.ts';

/** Kinds that are drawn because telemetry does not know what stands there, and what each one is. */
const outsideKinds: Partial<Record<NodeKind, string>> = {
  unknown: 'callers without a proxy',
  passthrough: 'hosts that no Service or ServiceEntry declares',
  blackHole: 'refused: only declared hosts are allowed',
  restricted: 'in namespaces that you may not see',
};

export function OutsideCard({ query }: { query: OverviewGraphQuery }) {
  const address = useScopedAddress();
  return (
    <Card
      title={words.outside}
      link={{ text: 'Graph', href: address('/graph') }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={(graph) => outsideNodes(graph).length === 0}
        empty={<EmptyState isSmall title={words.noOutside} text={words.noOutsideText} />}
      >
        {(graph) => (
          <CardTable
            label={words.outside}
            heads={[{ title: 'Where' }, { title: 'Traffic', width: 96, isNumber: true }]}
          >
            {outsideNodes(graph).map((node) => (
              <OutsideRow
                key={node.id}
                node={node}
                href={address('/graph', { selected: `node:${node.id}` })}
              />
            ))}
          </CardTable>
        )}
      </QueryBoundary>
      <WithoutProxyLine />
    </Card>
  );
}

function outsideNodes(graph: Graph): GraphNode[] {
  return graph.nodes.filter((node) => outsideKinds[node.kind] !== undefined);
}

function OutsideRow({ node, href }: { node: GraphNode; href: string }) {
  const requests = (node.requestsInPerSecond ?? 0) + (node.requestsOutPerSecond ?? 0);
  const bytes = (node.bytesInPerSecond ?? 0) + (node.bytesOutPerSecond ?? 0);
  const hosts = node.hosts?.join(', ') ?? outsideKinds[node.kind] ?? '';
  return (
    <tr>
      <td className="h-[49px] border-b pr-2 pl-3">
        <div className="flex items-center gap-2 leading-[18px]">
          <Link href={href} className="truncate hover:underline">
            {node.name}
          </Link>
          {node.explanation !== undefined && (
            <WhyPopover title={`Why ${node.name}`} explanation={node.explanation} />
          )}
        </div>
        <div className="truncate text-xs leading-[18px] text-ink-muted" title={hosts}>
          {hosts}
        </div>
      </td>
      <td className="figure border-b pr-3 pl-2">
        {requests > 0 && <div>{formatRate(requests)}</div>}
        {bytes > 0 && <div className="text-ink-muted">{formatBytesPerSecond(bytes)}</div>}
      </td>
    </tr>
  );
}
