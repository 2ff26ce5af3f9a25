'use client';

import { HistoryPanel } from '#components/metrics/history-panel.tsx';
import { DashboardLines } from '#components/ui/dashboard-lines.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { Section } from '../section.tsx';
import { FigureCard } from './figure-card.tsx';
import { metricFormats } from './metric-formats.ts';
import { useMeshMetrics } from './use-mesh-metrics.ts';
import { words } from './words.ts';

/** How istiod itself is doing: its figures of now, and over time where it is scraped. */
export function MetricsTab() {
  const query = useMeshMetrics();
  return (
    <div className="h-full overflow-y-auto">
      <DashboardLines about={{ of: 'controlPlane' }} className="px-4 pt-3" />
      <QueryBoundary query={query}>
        {({ figures, histories, grid, notes }) => (
          <>
            <Section title={words.now} count={figures.length} hint={words.nowHint} empty={words.noFigures}>
              <dl className="grid grid-cols-2 gap-x-6 gap-y-4 px-4 pt-1 lg:grid-cols-4">
                {figures.map((figure) => (
                  <FigureCard key={figure.id} figure={figure} />
                ))}
              </dl>
            </Section>
            <Section
              title={words.history}
              count={histories.length}
              hint={notes.join(' ')}
              empty={notes.join(' ') || words.noHistory}
            >
              <div className="grid grid-cols-1 gap-x-8 gap-y-5 px-4 pt-1 lg:grid-cols-2">
                {histories.map(({ id, title, explanation, unit, lines, queries }) => (
                  <HistoryPanel
                    key={id}
                    title={title}
                    explanation={explanation}
                    lines={lines}
                    grid={grid}
                    format={metricFormats[unit]}
                    queries={queries}
                  />
                ))}
              </div>
            </Section>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
