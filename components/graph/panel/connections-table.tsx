import { classNames } from '#components/ui/class-names.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { splitResponseFlags } from '#lib/response-flags.ts';
import { FlagWords } from './flag-words.tsx';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

/** Connections of a TCP edge by flags and host. TCP has no answers, so only a flag says that something was amiss. */
export function ConnectionsTable({ edge }: { edge: GraphEdge }) {
  const connections = (edge.connections ?? []).toSorted((left, right) => right.share - left.share);
  if (connections.length === 0) return null;
  return (
    <PanelSection isFlush title={panelWords.connections}>
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-left text-xs text-ink-muted [&_th]:h-6 [&_th]:px-2 [&_th]:font-medium [&_th]:whitespace-nowrap">
            <th className="pl-4!">{panelWords.flags}</th>
            <th>{panelWords.host}</th>
            <th className="pr-4! text-right">{panelWords.sharePercent}</th>
          </tr>
        </thead>
        <tbody>
          {connections.map(({ flags, host, share }) => (
            <tr
              key={`${flags} ${host}`}
              className={classNames('h-6 [&_td]:px-2', hasFlags(flags) && 'text-warn')}
            >
              <td className="mono pl-4!">
                <FlagWords flags={flags} />
              </td>
              <td className="max-w-0 w-full truncate" title={host}>
                {host}
              </td>
              <td className="figure pr-4!">{formatShareFigure(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}

function hasFlags(flags: string): boolean {
  return splitResponseFlags(flags).length > 0;
}
