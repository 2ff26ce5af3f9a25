import { classNames } from '#components/ui/class-names.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import type { Neighbour } from '#lib/graph/neighbours.ts';
import type { GraphActions } from '../graph-actions.ts';
import { protocolTitles } from '../node-words.ts';
import { NodeTitle } from './node-title.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

type NeighboursSectionProps = { title: string; neighbours: readonly Neighbour[]; actions: GraphActions };

/** Callers or called nodes with the traffic of the edge; a row selects the edge. */
export function NeighboursSection({ title, neighbours, actions }: NeighboursSectionProps) {
  return (
    <PanelSection
      isFlush
      title={title}
      aside={<span className="ml-auto text-xs text-ink-muted">{panelWords.perSecond}</span>}
    >
      {neighbours.length === 0 && <p className="px-4 pb-1.5 text-ink-muted">{panelWords.nobody}</p>}
      <ul>
        {neighbours.map(({ edge, node }) => (
          <li key={edge.id}>
            <button
              type="button"
              onClick={() => actions.select({ kind: 'edge', id: edge.id })}
              className="grid h-7 w-full grid-cols-[14px_minmax(0,1fr)_auto_72px_52px] items-center gap-2 px-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
            >
              <StatusIcon status={edge.health.status} />
              <span className="truncate">
                <NodeTitle node={node} />
              </span>
              <span className="text-xs text-ink-muted">{protocolTitles[edge.protocol]}</span>
              <span className="figure">
                {edge.protocol === 'tcp'
                  ? formatBytesPerSecond(edge.bytesSentPerSecond)
                  : formatRateFigure(edge.requestsPerSecond)}
              </span>
              <span className={classNames('figure', (edge.errorShare ?? 0) > 0 && 'text-fail')}>
                {edge.errorShare === undefined ? '' : formatShare(edge.errorShare)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** The icon of a state with its word for readers of the screen. */
export function StatusIcon({ status }: { status: keyof typeof healthLooks }) {
  const look = healthLooks[status];
  return <look.icon size={14} aria-label={look.word} className={classNames('shrink-0', look.textClass)} />;
}
