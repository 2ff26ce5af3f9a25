import { classNames } from '#components/ui/class-names.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import type { TrafficTotals } from '#lib/graph/totals.ts';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

type Row = { title: string; totals: TrafficTotals };

/** Sums with a bar of how much failed. */
export function TotalsTable({ rows }: { rows: readonly Row[] }) {
  return (
    <PanelSection isFlush title={panelWords.traffic}>
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-xs text-ink-muted [&_th]:h-6 [&_th]:px-2 [&_th]:text-right [&_th]:font-medium [&_th]:whitespace-nowrap">
            <th className="pl-4! text-left!">
              <span className="sr-only">{panelWords.traffic}</span>
            </th>
            <th>{panelWords.edges}</th>
            <th>req/s</th>
            <th>{panelWords.errorsPercent}</th>
            <th className="pr-4!">TCP</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, totals }) => (
            <tr key={title} className="h-7 [&_td]:px-2">
              <th scope="row" className="w-full pl-4 text-left font-normal">
                <span className="flex items-center gap-2">
                  <span className="w-12 shrink-0">{title}</span>
                  <ErrorBar totals={totals} />
                </span>
              </th>
              <td className="figure">{formatCount(totals.edgeCount)}</td>
              <td className="figure">{formatRateFigure(totals.requestsPerSecond)}</td>
              <td className={classNames('figure', (totals.errorShare ?? 0) > 0 && 'text-fail')}>
                {formatShareFigure(totals.errorShare)}
              </td>
              <td className="figure pr-4!">{formatBytesPerSecond(totals.bytesPerSecond)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}

function ErrorBar({ totals }: { totals: TrafficTotals }) {
  if (totals.requestsPerSecond === undefined || totals.requestsPerSecond === 0) return null;
  const failed = totals.errorShare ?? 0;
  return (
    <span className="flex h-2 flex-1 gap-px" aria-hidden>
      <span className="rounded-[2px] bg-mark-ok" style={{ flexGrow: 1 - failed }} />
      {failed > 0 && <span className="min-w-px rounded-[2px] bg-mark-fail" style={{ flexGrow: failed }} />}
    </span>
  );
}
