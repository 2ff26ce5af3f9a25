import type { DashboardKind } from '#lib/grafana-dashboards.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { GrafanaDashboard, GrafanaDashboards } from '#server/sources/interface.ts';
import { type Hit, readDashboard, readHits } from './read-answers.ts';
import { istioWord, type WantedDashboard } from './wanted-dashboards.ts';

/** Asks one question of Grafana's HTTP API. */
type Ask = (path: string, parameters?: Record<string, string>) => Promise<unknown>;

export type FoundDashboards = GrafanaDashboards & {
  missing: readonly DashboardKind[];
  /** Chosen ones that are not there, in sentences. */
  problems: readonly string[];
  /** What could not be told of those that are there, in sentences. */
  notes: readonly string[];
};

const mostHits = '500';

/**
 * Looks for dashboards by title or uid, and for the variables that each has. One whose variables cannot be read is there
 * all the same.
 * @throws ViglaError what `ask` throws where the search itself fails
 */
export async function findDashboards(wanted: readonly WantedDashboard[], ask: Ask): Promise<FoundDashboards> {
  const search = async (query: string) =>
    readHits(await ask('/api/search', { type: 'dash-db', query, limit: mostHits }));
  const names = new Set(wanted.map(({ name, isChosen }) => (isChosen ? name : istioWord)));
  const hits = new Map(
    await Promise.all([...names].map(async (name) => [name, await search(name)] as const)),
  );
  const looked = await Promise.all(
    wanted.map(async (one) => {
      const among = hits.get(one.isChosen ? one.name : istioWord) ?? [];
      return { ...one, ...(await look(one, { among, ask })) };
    }),
  );
  const orgId = looked.find(({ hit }) => hit?.orgId !== undefined)?.hit?.orgId;
  return {
    dashboards: looked.flatMap(({ kind, hit, variables }): GrafanaDashboard[] =>
      hit === undefined ? [] : [{ kind, uid: hit.uid, title: hit.title, variables }],
    ),
    ...(orgId !== undefined && { orgId }),
    missing: looked.filter(({ hit }) => hit === undefined).map(({ kind }) => kind),
    problems: looked.flatMap(({ problem }) => problem ?? []),
    notes: looked.flatMap(({ note }) => note ?? []),
  };
}

type Looked = { hit?: Hit; variables?: readonly string[]; note?: string; problem?: string };

async function look(
  { kind, name, isChosen }: WantedDashboard,
  { among, ask }: { among: readonly Hit[]; ask: Ask },
): Promise<Looked> {
  const isNamed = ({ title }: Hit) => title.trim().toLowerCase() === name.trim().toLowerCase();
  const hit = (isChosen ? among.find(({ uid }) => uid === name) : undefined) ?? among.find(isNamed);
  if (hit === undefined && !isChosen) return {};
  try {
    const { variables, ...dashboard } = readDashboard(
      await ask(`/api/dashboards/uid/${encodeURIComponent(hit?.uid ?? name)}`),
    );
    return { hit: hit ?? dashboard, variables };
  } catch (error) {
    if (hit !== undefined)
      return { hit, note: `The variables of "${hit.title}" are not known: ${messageOf(error)}` };
    const isMissing = error instanceof ViglaError && error.fault === 'notFound';
    const why = isMissing ? 'it has none with this title or uid.' : messageOf(error);
    return {
      problem: `The dashboard "${name}", which GRAFANA_DASHBOARDS names for ${kind}, was not found: ${why}`,
    };
  }
}
