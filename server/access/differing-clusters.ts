import type { Sources } from '#server/sources/interface.ts';
import { namespacesOfObjects } from './namespaces-of-objects.ts';
import type { Visibility } from './visibility.ts';

/** A cluster with what a user may see there. */
export type SeenCluster = { name: string; sources: Pick<Sources, 'objects'>; visibility: Visibility };

/**
 * The clusters in which a user may not see every namespace that carries the name of one that is visible in `own`, or of
 * which that is not known. A store that holds the telemetry of several clusters is read by the rights in `own`: what
 * touches these must be left out of it.
 */
export async function differingClusters(own: Visibility, others: readonly SeenCluster[]): Promise<string[]> {
  const differing = await Promise.all(
    others.map(async (other) => ((await hidesSome(other, own)) ? [other.name] : [])),
  );
  return differing.flat().sort();
}

async function hidesSome({ sources, visibility }: SeenCluster, own: Visibility): Promise<boolean> {
  const { namespaces: visible } = visibility;
  if (visible === 'all') return false;
  if (visibility.failure !== undefined) return true;
  const { namespaces: shown } = own;
  if (shown !== 'all' && [...shown].every((namespace) => visible.has(namespace))) return false;
  try {
    const existing = namespacesOfObjects(await sources.objects.snapshot());
    return existing.some((namespace) => !visible.has(namespace) && (shown === 'all' || shown.has(namespace)));
  } catch {
    // Why is told by the objects themselves; nothing is known of what there is to hide.
    return true;
  }
}
