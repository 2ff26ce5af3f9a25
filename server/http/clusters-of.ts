import type { Access } from '#server/access/access.ts';
import { differingClusters, type SeenCluster } from '#server/access/differing-clusters.ts';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import type { User } from '#server/access/user.ts';
import type { Visibility } from '#server/access/visibility.ts';
import { ViglaError } from '#server/errors.ts';
import type { Cluster, Sources, UnusableCluster } from '#server/sources/interface.ts';
import { getOtherClusters, getSources } from '#server/sources/sources.ts';

/** The clusters that a request is about, with the sources as its user may see them. */
export type AskedClusters = {
  sources: Sources;
  visibility: Visibility;
  /** Of the cluster that is asked, where the mesh has several. */
  name?: string;
  /** Absent where the request is about one cluster, or there is only one. */
  others?: readonly Cluster[];
  unusable?: readonly UnusableCluster[];
  /** Those whose telemetry is left out, because the user may see less there. */
  leftOut?: readonly string[];
};

type Asking = {
  access: Access;
  user: User;
  /** A name that no cluster has is answered by the route: telemetry knows clusters that Vigla cannot reach. */
  isAnyNameTaken: boolean;
};

/**
 * The home cluster with those beside it, or the one that the parameter `cluster` names.
 * @throws ViglaError `bad_parameter` that names the clusters there are
 */
export async function clustersOf(
  request: Request,
  { access, user, isAnyNameTaken }: Asking,
): Promise<AskedClusters> {
  const { signal } = request;
  const homeSources = getSources();
  const list = getOtherClusters();
  const see = (sources: Sources) => access.visibilityOf(user, signal, sources);
  const name = new URL(request.url).searchParams.get('cluster');
  if (list === undefined) {
    if (name !== null && !isAnyNameTaken)
      requireOneOf(name, [(await homeSources.objects.snapshot(signal)).cluster]);
    const visibility = await see(homeSources);
    return { sources: restrictSources(homeSources, visibility), visibility };
  }
  const { home, clusters, unusable } = await list(signal);
  const all = await Promise.all([
    see(homeSources).then((visibility) => ({ name: home, sources: homeSources, visibility })),
    ...clusters.map(async (cluster) => ({
      ...cluster,
      visibility: await seeIn(cluster, { access, user, signal }),
    })),
  ]);
  if (name !== null && !isAnyNameTaken)
    requireOneOf(
      name,
      all.map((cluster) => cluster.name),
    );
  const named = Math.max(
    all.findIndex((cluster) => cluster.name === name),
    0,
  );
  const asked = name === null ? all : all.slice(named, named + 1);
  const [chosen, ...others] = await Promise.all(asked.map((cluster) => restrictedOf(cluster, all)));
  if (chosen === undefined) throw new RangeError('A mesh has no home cluster');
  const { sources, visibility, leftOut } = chosen;
  return {
    sources,
    visibility,
    unusable,
    leftOut,
    ...(all.length > 1 && { name: chosen.name }),
    ...(name === null && { others: others.map(clusterOf) }),
  };
}

/** A cluster that hangs must not hold up the others. */
const patienceMs = 3_000;

async function seeIn(
  { name, sources, isOfSecret }: Cluster,
  { access, user, signal }: { access: Access; user: User; signal: AbortSignal },
): Promise<Visibility> {
  if (user.token !== undefined && isOfSecret === true)
    return nothingIn(`Cluster ${name} is named by a remote secret, so your token is not shown to it.`);
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  try {
    return await access.visibilityOf(user, inTime, sources);
  } catch (error) {
    return strangerIn(name, error);
  }
}

function nothingIn(message: string, cause?: unknown): Visibility {
  return { namespaces: new Set(), failure: new ViglaError('forbidden', message, { cause }) };
}

/** Somebody whom home knows is signed in, though another cluster may not take the same token: nothing of that is visible. */
function strangerIn(cluster: string, error: unknown): Visibility {
  if (!(error instanceof ViglaError) || error.code !== 'unauthenticated') throw error;
  return nothingIn(`Cluster ${cluster} does not take your token.`, error);
}

function requireOneOf(name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new ViglaError('bad_parameter', `cluster must be one of ${names.join(', ')}`, {
    parameter: 'cluster',
  });
}

type Restricted = Awaited<ReturnType<typeof restrictedOf>>;

async function restrictedOf(
  { name, sources, visibility }: SeenCluster & { sources: Sources },
  all: readonly SeenCluster[],
) {
  const leftOut = await differingClusters(
    visibility,
    all.filter((other) => other.name !== name),
  );
  return { name, sources: restrictSources(sources, visibility, leftOut), visibility, leftOut };
}

function clusterOf({ name, sources, visibility: { namespaces } }: Restricted): Cluster {
  return { name, sources, ...(namespaces === 'all' ? {} : { visibleNamespaces: namespaces }) };
}
