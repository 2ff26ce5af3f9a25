import type { EndpointRow } from '#lib/contract/proxy-sections.ts';
import { formatCount } from '#lib/format-count.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { detailWords } from '../detail-words.ts';
import { ClusterLinks } from '../shared/cluster-links.tsx';
import { FactList } from '../shared/fact-list.tsx';
import { words } from '../words.ts';

/** Whose an endpoint is, how it is chosen, and what Envoy counted of it since it knows it. */
export function EndpointDetails({ row, target }: { row: EndpointRow; target: ProxyTarget }) {
  const { cluster, workload, tlsMode, locality, weight, priority, source, counters } = row;
  const counted = Object.entries(counters).filter(([, count]) => count > 0);
  return (
    <FactList
      facts={[
        { term: detailWords.cluster, value: <ClusterLinks clusters={[{ cluster }]} target={target} /> },
        { term: detailWords.workload, value: workload },
        {
          term: detailWords.mutualTls,
          value: tlsMode === undefined ? undefined : detailWords.tlsMode(tlsMode),
        },
        { term: detailWords.locality, value: locality },
        {
          term: detailWords.chosenBy,
          value: [
            weight !== undefined && `${detailWords.weight} ${weight}`,
            priority !== undefined && `${detailWords.priority} ${priority}`,
          ]
            .filter((text) => text !== false)
            .join(', '),
        },
        { term: detailWords.knownFrom, value: words.endpointSources[source] },
        {
          term: detailWords.counted,
          value: (
            <span className="flex flex-wrap gap-x-4">
              {counted.length === 0 && <span className="text-ink-muted">{detailWords.nothingYet}</span>}
              {counted.map(([name, count]) => (
                <span key={name} className="whitespace-nowrap">
                  <span className="mono text-ink-muted">{name}</span>{' '}
                  <span className="mono">{formatCount(count)}</span>
                </span>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
