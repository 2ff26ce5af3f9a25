import type { ClusterStatus, SourceStatus } from '#lib/contract/status.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';

/** Asks one source how it is, and never rejects. */
type AskStatus = (ask: () => Promise<SourceStatus>) => Promise<SourceStatus>;

/**
 * The clusters of the mesh with the state of their API servers, asked in parallel, the home cluster first; then those that
 * cannot be opened. Undefined where there is only one, or the request is about one. Somebody who may not see everything
 * is not told why a cluster cannot be opened: reasons name Secrets and files.
 */
export async function loadClusters(
  home: { name: Promise<string>; status: Promise<SourceStatus> },
  {
    otherClusters,
    unusableClusters = [],
    visibleNamespaces,
  }: Pick<LoadContext, 'otherClusters' | 'unusableClusters' | 'visibleNamespaces'>,
  askStatus: AskStatus,
): Promise<ClusterStatus[] | undefined> {
  if (otherClusters === undefined || otherClusters.length + unusableClusters.length === 0) return undefined;
  const opened = await Promise.all([
    home.name.then(async (name) => statusOf(name, { status: await home.status, isHome: true })),
    ...otherClusters.map(({ name, sources }) => askCluster(name, { sources, askStatus })),
  ]);
  const unusable = unusableClusters.map(({ name, reason }): ClusterStatus => {
    const told = visibleNamespaces === undefined ? reason : untold;
    return { name, isHome: false, isOpened: false, state: 'down', reason: told };
  });
  return [...opened, ...unusable];
}

const untold = 'It cannot be opened. Whoever may see every namespace is told why.';

async function askCluster(
  name: string,
  { sources, askStatus }: { sources: Sources; askStatus: AskStatus },
): Promise<ClusterStatus> {
  return statusOf(name, { status: await askStatus(() => sources.objects.status()), isHome: false });
}

function statusOf(
  name: string,
  { status: { state, reason, fix }, isHome }: { status: SourceStatus; isHome: boolean },
): ClusterStatus {
  return {
    name,
    isHome,
    isOpened: true,
    state: state === 'absent' ? 'down' : state,
    ...(reason !== undefined && { reason }),
    ...(fix !== undefined && { fix }),
  };
}
