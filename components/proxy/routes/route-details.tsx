import { Tag } from '#components/ui/chip.tsx';
import type { RouteRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { detailWords } from '../detail-words.ts';
import { ClusterLinks } from '../shared/cluster-links.tsx';
import { FactList } from '../shared/fact-list.tsx';

/** What a route asks of a request, where it sends it, and what else it does. */
export function RouteDetails({ row, target }: { row: RouteRow; target: ProxyTarget }) {
  return (
    <FactList
      facts={[
        {
          term: detailWords.matches,
          value: (
            <span className="flex flex-wrap gap-1">
              {[row.match, ...row.conditions].map((text) => (
                <Tag key={text} className="h-auto min-h-[18px] whitespace-normal text-ink">
                  {text}
                </Tag>
              ))}
            </span>
          ),
        },
        {
          term: detailWords.goesTo,
          value: row.targets.length > 0 && <ClusterLinks clusters={row.targets} target={target} />,
        },
        { term: detailWords.also, value: row.actions.join(', ') },
        {
          term: detailWords.domains(row.allDomains.length),
          value: <span className="mono">{row.allDomains.join(', ')}</span>,
        },
      ]}
    />
  );
}
