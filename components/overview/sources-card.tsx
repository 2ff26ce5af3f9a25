'use client';

import { Info } from 'lucide-react';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { sourceLooks, sourceWords } from '#components/ui/source-looks.ts';
import type { SourceStatus } from '#lib/contract/status.ts';
import { Card } from './card.tsx';
import type { OverviewGraphQuery } from './use-overview-graph.ts';
import { words } from './words.ts';

/** Where the figures come from, and what makes them less than certain. */
export function SourcesCard({ query }: { query: OverviewGraphQuery }) {
  const status = useStatus();
  return (
    <Card title={words.sources} className="lg:col-span-12">
      <div className="grid gap-x-6 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <QueryBoundary query={status} isSmall showsWarnings={false}>
          {({ sources, clusters = [] }) => (
            <ul className="flex flex-col gap-1 px-3 pb-3">
              {sources.map((source) => (
                <SourceRow key={source.id} title={sourceWords[source.id]} source={source} />
              ))}
              {clusters
                .filter(({ isHome }) => !isHome)
                .map((cluster) => (
                  <SourceRow
                    key={`${cluster.name} ${cluster.reason}`}
                    title={words.cluster(cluster.name)}
                    source={cluster}
                  />
                ))}
            </ul>
          )}
        </QueryBoundary>
        <QueryBoundary query={query} isSmall showsWarnings={false}>
          {({ quality }) => (
            <ul className="flex flex-col gap-1 px-3 pb-3">
              {quality.length === 0 && <li className="text-ink-muted">{words.noQuality}</li>}
              {quality.map((item) => (
                <li key={item.code} className="flex gap-1.5" title={item.example}>
                  <Info size={14} aria-hidden className="mt-[3px] shrink-0 text-info" />
                  <span className="min-w-0">{item.message}</span>
                </li>
              ))}
            </ul>
          )}
        </QueryBoundary>
      </div>
    </Card>
  );
}

type SourceRowProps = { title: string; source: Pick<SourceStatus, 'state' | 'reason'> };

function SourceRow({ title, source }: SourceRowProps) {
  const look = sourceLooks[source.state];
  return (
    <li className="flex min-w-0 items-center gap-1.5">
      <look.icon size={14} aria-hidden className={`shrink-0 ${look.textClass}`} />
      <span className="shrink-0 font-medium">{title}</span>
      <span className="min-w-0 truncate text-ink-muted" title={source.reason}>
        {source.reason ?? look.word}
      </span>
    </li>
  );
}
