import type { Answer, Warning } from '#lib/contract/envelope.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { Cluster, LoadContext } from '#server/sources/interface.ts';
import { warningsOfCluster } from './warnings-of-cluster.ts';

type Loader<Query, Data> = (query: Query, context: LoadContext) => Promise<Answer<Data>>;
type Listed = { cluster?: string | undefined };
type ListOf<Item> = { items: Item[] };
type OfCluster<Data> = { name: string; isHome: boolean; answer?: Answer<Data>; error?: unknown };

/**
 * A list of one cluster as a list of all of them: each cluster lists what is its own, and the home cluster also what only
 * telemetry knows of clusters that nobody can read. Where there is one cluster nothing changes. A cluster whose list fails
 * is a warning as long as another's does not.
 * @param order of the items of all clusters; by default home's come first
 * @param merge makes what a list has beside its items; by default the home cluster's
 */
export function acrossClusters<Query, Item extends Listed, Data extends ListOf<Item>>(
  load: Loader<Query, Data>,
  {
    order,
    merge,
  }: {
    order?: (one: Item, other: Item) => number;
    merge?: (parts: readonly Data[]) => Partial<Data>;
  } = {},
): Loader<Query, Data> {
  return async (query, context) => {
    const { otherClusters = [] } = context;
    if (otherClusters.length === 0) return ofOneCluster(await load(query, context), context);
    const all = await Promise.all([
      loadHome(load, query, context),
      ...otherClusters.map((cluster) => loadOther(load, query, { cluster, context })),
    ]);
    const answered = all.flatMap(({ answer, ...rest }) =>
      answer === undefined ? [] : [{ ...rest, ...answer }],
    );
    const [first] = answered;
    if (first === undefined) throw all[0]?.error;
    const read = new Set(answered.map(({ name }) => name));
    const items = answered.flatMap(({ name, isHome, data }) =>
      data.items
        .map((item) => ({ ...item, cluster: item.cluster ?? name }))
        .filter(({ cluster }) => cluster === name || (isHome && !read.has(cluster))),
    );
    const rest = merge?.(answered.map(({ data }) => data)) ?? {};
    return {
      data: { ...first.data, ...rest, items: order === undefined ? items : items.sort(order) },
      warnings: warningsOf(all),
    };
  };
}

/** Telemetry of the mesh also names what is in other clusters than the one that somebody asks about. */
function ofOneCluster<Item extends Listed, Data extends ListOf<Item>>(
  answer: Answer<Data>,
  { cluster, otherClusters }: LoadContext,
): Answer<Data> {
  if (cluster === undefined || otherClusters !== undefined) return answer;
  const items = answer.data.items
    .map((item) => ({ ...item, cluster: item.cluster ?? cluster }))
    .filter((item) => item.cluster === cluster);
  return { ...answer, data: { ...answer.data, items } };
}

async function loadHome<Query, Data>(
  load: Loader<Query, Data>,
  query: Query,
  context: LoadContext,
): Promise<OfCluster<Data>> {
  return { name: context.cluster ?? 'Kubernetes', isHome: true, ...(await settled(load(query, context))) };
}

async function loadOther<Query, Data>(
  load: Loader<Query, Data>,
  query: Query,
  { cluster, context }: { cluster: Cluster; context: LoadContext },
): Promise<OfCluster<Data>> {
  return { name: cluster.name, isHome: false, ...(await settled(load(query, inCluster(context, cluster)))) };
}

/** The same request about another cluster. */
export function inCluster(context: LoadContext, { name, sources, visibleNamespaces }: Cluster): LoadContext {
  const { otherClusters: _, visibleNamespaces: _own, ...rest } = context;
  return {
    ...rest,
    cluster: name,
    sources,
    ...(visibleNamespaces === undefined ? {} : { visibleNamespaces }),
  };
}

async function settled<Data>(
  loading: Promise<Answer<Data>>,
): Promise<{ answer: Answer<Data> } | { error: unknown }> {
  try {
    return { answer: await loading };
  } catch (error) {
    if (!(error instanceof ViglaError)) throw error;
    return { error };
  }
}

/** What a store says of all clusters is said once. */
function warningsOf(all: readonly OfCluster<unknown>[]): Warning[] {
  const own = all.find(({ isHome }) => isHome)?.answer?.warnings ?? [];
  const said = new Set(own.map(({ message }) => message));
  const others = all
    .filter(({ isHome }) => !isHome)
    .flatMap(({ name, answer }) =>
      warningsOfCluster(
        name,
        (answer?.warnings ?? []).filter(({ message }) => !said.has(message)),
      ),
    );
  const failed = all.flatMap(({ name, error }): Warning[] =>
    error === undefined || isElsewhere(error)
      ? []
      : [
          {
            code: 'cluster_missing',
            source: 'kubernetes',
            message: `Cluster ${name} is missing here: ${messageOf(error)}`,
          },
        ],
  );
  return [...own, ...others, ...failed];
}

/** A namespace that one cluster does not have may be another's. */
function isElsewhere(error: unknown): boolean {
  return error instanceof ViglaError && error.code === 'unknown_namespace';
}
