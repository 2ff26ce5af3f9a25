import { Chip } from '#components/ui/chip.tsx';
import { WhyBody, WhyPopover } from '#components/ui/why-popover.tsx';
import type { GraphEdge, ReporterView } from '#lib/contract/graph.ts';
import { formatRate, formatRateFigure } from '#lib/format-rate.ts';
import { reporterTitles } from '../words.ts';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

const order = ['source', 'waypoint', 'destination'] as const;

/** What each proxy on the way counted, side by side, with the reason where they disagree. */
export function ReportersSection({ edge }: { edge: GraphEdge }) {
  const views = order.flatMap((id) => {
    const view = edge.reporters?.[id];
    return view === undefined ? [] : [{ id, view }];
  });
  if (views.length === 0) return null;
  const rates = views.map(({ view }) => view.requestsPerSecond);
  const difference = Math.max(...rates) - Math.min(...rates);
  const why = edge.reportersDiffer;
  const isAlone = views.length === 1;
  return (
    <PanelSection
      title={isAlone ? panelWords.oneReporter : panelWords.reporters}
      aside={
        why !== undefined && (
          <>
            {!isAlone && <Chip tone="warn">{panelWords.differBy(formatRate(difference))}</Chip>}
            <span className="ml-auto max-md:hidden">
              <WhyPopover title={panelWords.whyReporters} explanation={why} side="left" />
            </span>
          </>
        )
      }
    >
      <div className="grid grid-cols-[80px_minmax(0,1fr)_44px] items-center gap-x-2 gap-y-1">
        {views.map(({ id, view }) => (
          <ReporterRow key={id} title={reporterTitles[id]} view={view} largest={Math.max(...rates)} />
        ))}
      </div>
      {why !== undefined && (
        <div className="mt-2.5 rounded-lg border bg-canvas p-3 md:hidden">
          <WhyBody title={panelWords.whyReporters} explanation={why} />
        </div>
      )}
    </PanelSection>
  );
}

type ReporterRowProps = { title: string; view: ReporterView; largest: number };

function ReporterRow({ title, view, largest }: ReporterRowProps) {
  const width = largest === 0 ? 0 : (view.requestsPerSecond / largest) * 100;
  const failed = view.errorShare ?? 0;
  return (
    <>
      <span className="text-ink-muted">{title}</span>
      <span className="flex h-2 gap-px" aria-hidden>
        <span className="rounded-[2px] bg-mark-ok" style={{ width: `${width * (1 - failed)}%` }} />
        <span className="rounded-[2px] bg-mark-fail" style={{ width: `${width * failed}%` }} />
      </span>
      <span className="figure">{formatRateFigure(view.requestsPerSecond)}</span>
    </>
  );
}
