import { classNames } from '#components/ui/class-names.ts';
import type { EdgeResponse, GraphEdge } from '#lib/contract/graph.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import { reporterTitles } from '../words.ts';
import { FlagWords } from './flag-words.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

/** Response codes with their flags, as the reporter saw them whose word the edge's own figures are. */
export function CodesTable({ edge }: { edge: GraphEdge }) {
  const all = edge.responses ?? [];
  if (all.length === 0) return null;
  const reporter = ownReporter(edge);
  const responses = all
    .filter((response) => response.reporter === reporter)
    .sort((a, b) => b.requestsPerSecond - a.requestsPerSecond);
  return (
    <PanelSection
      isFlush
      title={panelWords.codes}
      aside={
        <span className="ml-auto text-xs text-ink-muted">{panelWords.seenBy(reporterTitles[reporter])}</span>
      }
    >
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-left text-xs text-ink-muted [&_th]:h-6 [&_th]:px-2 [&_th]:font-medium [&_th]:whitespace-nowrap">
            <th className="pl-4!">{panelWords.code}</th>
            <th>{panelWords.flags}</th>
            <th>{panelWords.host}</th>
            <th className="text-right">{panelWords.rate}</th>
            <th className="pr-4! text-right">{panelWords.sharePercent}</th>
          </tr>
        </thead>
        <tbody>
          {responses.map((response) => (
            <CodeRow key={`${response.code} ${response.flags} ${response.host}`} response={response} />
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}

function CodeRow({ response }: { response: EdgeResponse }) {
  const tone = toneOf(response.code);
  return (
    <tr className="h-6 [&_td]:px-2">
      <td className={classNames('mono pl-4!', tone)}>{response.code}</td>
      <td className="mono text-ink-muted">
        <FlagWords flags={response.flags} />
      </td>
      <td className="max-w-0 w-full truncate" title={response.host}>
        {response.host}
      </td>
      <td className={classNames('figure', tone)}>{formatRateFigure(response.requestsPerSecond)}</td>
      <td className={classNames('figure pr-4!', tone)}>{formatShareFigure(response.share)}</td>
    </tr>
  );
}

function toneOf(code: string): string | undefined {
  if (code.startsWith('5') || code === '-' || code === '0') return 'text-fail';
  return code.startsWith('4') ? 'text-warn' : undefined;
}
