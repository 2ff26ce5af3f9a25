import { GitCompareArrows } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import type { RouteRow } from '#lib/contract/proxy-sections.ts';
import { isByDefault } from '#lib/proxy/own-words.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { columnTitles } from '../column-titles.ts';
import { ClusterLinks } from '../shared/cluster-links.tsx';
import { Mono } from '../shared/mono.tsx';
import { hiddenColumns, objectColumn, stateColumn } from '../shared/shared-columns.tsx';
import { shortHost } from '../shared/short-host.ts';
import { words } from '../words.ts';

/** istioctl's columns of routes, and where each route goes, what else it does, and the object that made it. */
export function routeColumns(target: ProxyTarget): readonly Column<RouteRow>[] {
  const { namespace } = target;
  return [
    {
      id: 'name',
      title: columnTitles.routeConfig,
      width: 72,
      value: ({ name }) => name,
      // Routes without a name are Envoy's own.
      sortValue: ({ name }) => (name === '' ? '\uffff' : name),
      group: ({ name }) => name,
      cell: ({ name }) => <Mono text={name === '' ? '–' : name} />,
      isWideOnly: true,
    },
    {
      id: 'virtualHost',
      title: columnTitles.virtualHost,
      width: 160,
      value: ({ virtualHost }) => virtualHost,
      group: ({ name, virtualHost }) => `${name} ${virtualHost}`,
      cell: ({ virtualHost }) => <Mono text={shortHost(virtualHost, namespace)} title={virtualHost} />,
      narrowCell: (row) => <NarrowRoute row={row} target={target} />,
    },
    {
      id: 'domains',
      title: columnTitles.domains,
      width: 104,
      value: ({ domains }) => domains,
      group: ({ name, virtualHost }) => `${name} ${virtualHost}`,
      cell: ({ domains, allDomains }) => (
        <Mono isMuted text={shortDomains(allDomains, namespace) ?? domains} title={allDomains.join('\n')} />
      ),
      isWideOnly: true,
    },
    {
      id: 'match',
      title: columnTitles.match,
      width: 168,
      value: ({ match, conditions }) => [match, ...conditions].join(', '),
      cell: (row) => <MatchText row={row} />,
      isWideOnly: true,
    },
    {
      id: 'route',
      title: columnTitles.route,
      width: 108,
      value: ({ routeName }) => routeName,
      cell: ({ routeName }) =>
        routeName === undefined ? (
          <span className="text-ink-muted">–</span>
        ) : (
          <span className="mono font-medium" title={routeName}>
            {routeName}
          </span>
        ),
      isWideOnly: true,
    },
    {
      id: 'targets',
      title: columnTitles.toCluster,
      unit: words.weightUnit,
      width: 228,
      value: ({ targets }) =>
        targets
          .map(({ cluster, weight }) => (weight === undefined ? cluster : `${cluster} ${weight}`))
          .join(', '),
      cell: ({ targets }) => <ClusterLinks clusters={targets} target={target} />,
      isWideOnly: true,
    },
    {
      id: 'virtualService',
      title: columnTitles.virtualService,
      width: 140,
      value: ({ virtualService }) => virtualService,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    objectColumn(),
    {
      id: 'actions',
      title: columnTitles.also,
      width: 136,
      value: ({ actions }) => actions.join(', '),
      cell: ({ actions }) => (
        <span className="text-ink-muted" title={actions.join('\n')}>
          {actions.filter((action) => !isByDefault(action)).join(', ')}
        </span>
      ),
      isWideOnly: true,
    },
    {
      id: 'allDomains',
      title: columnTitles.allDomains,
      value: ({ allDomains }) => allDomains.join(' '),
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    { ...stateColumn(), isHiddenByDefault: true },
    ...hiddenColumns<RouteRow>(),
  ];
}

/** What a request must be, the path first. */
function MatchText({ row: { match, conditions, isHiddenByIstioctl } }: { row: RouteRow }) {
  const [first, ...more] = conditions;
  return (
    <span title={[match, ...conditions].join('\n')}>
      <span className="mono">{match}</span>
      {first !== undefined && <span> {first}</span>}
      {more.length > 0 && <span className="text-ink-muted"> + {more.length}</span>}
      {isHiddenByIstioctl && (
        <GitCompareArrows
          size={12}
          aria-label={words.hiddenByIstioctl}
          className="ml-1 inline text-ink-muted"
        >
          <title>{words.hiddenByIstioctl}</title>
        </GitCompareArrows>
      )}
    </span>
  );
}

function NarrowRoute({ row, target }: { row: RouteRow; target: ProxyTarget }) {
  return (
    <span className="flex min-w-0 flex-col leading-[18px]">
      <span className="truncate">
        <span className="mono font-medium">{shortHost(row.virtualHost, target.namespace)}</span>{' '}
        <span className="mono text-ink-muted">{[row.match, ...row.conditions].join(', ')}</span>
      </span>
      <span className="truncate text-xs text-ink-muted">
        {row.targets.length === 0 ? (
          row.actions.join(', ')
        ) : (
          <ClusterLinks clusters={row.targets} target={target} />
        )}
      </span>
    </span>
  );
}

/** `details +5`: the shortest name, and how many more there are; addresses only where there is no name. */
function shortDomains(all: readonly string[], namespace: string): string | undefined {
  const names = all.filter((domain) => !/^[\d.:[\]]+$/.test(domain));
  const [first = all[0]] = names.toSorted((one, other) => one.length - other.length);
  if (first === undefined) return undefined;
  const short = shortHost(first, namespace);
  return all.length === 1 ? short : `${short} +${all.length - 1}`;
}
