import { coalesce } from '#server/coalesce.ts';
import { ViglaError } from '#server/errors.ts';
import { Slots } from '#server/slots.ts';
import type { ObjectsSnapshot, ReviewSource, Sources } from '#server/sources/interface.ts';
import { namespacesOfObjects } from './namespaces-of-objects.ts';
import type { User } from './user.ts';
import { everything, type Visibility } from './visibility.ts';

/** How long a right that was taken away is still used. */
export const visibilityLifetimeMs = 30_000;
/** Users with their answers that are kept at a time, and names of namespaces in them. */
const keptNamespaces = 100_000;
const reviewsAtOnce = 8;

/**
 * Asks the cluster which namespaces' pods a user may list: first for all at once, then one by one. Where there is no
 * cluster to ask, as in the demo, nothing is kept from anybody.
 */
export function reviewedVisibility({
  getSources,
  now = () => Date.now(),
}: {
  getSources: () => Sources;
  now?: () => number;
}): (user: User, signal: AbortSignal) => Promise<Visibility> {
  const known = coalesce<Visibility>({
    lifetimeMs: visibilityLifetimeMs,
    maximumSize: keptNamespaces,
    sizeOf: ({ namespaces }) => (namespaces === 'all' ? 1 : 1 + namespaces.size),
    now,
  });
  return async (user, signal) => {
    const { reviews, objects } = getSources();
    if (reviews === undefined) return everything;
    try {
      const ask = async (shared: AbortSignal) =>
        askEach({ user, reviews, snapshot: () => objects.snapshot(shared), signal: shared });
      return await known.get(keyOf(user), ask, signal);
    } catch (error) {
      if (!(error instanceof ViglaError) || !error.code.startsWith('source_')) throw error;
      return { namespaces: new Set(), failure: error };
    }
  };
}

/** By all that the rights hang on; JSON, so that no name can look like another with groups. */
function keyOf({ name, groups, token }: User): string {
  return JSON.stringify([name, groups, token ?? null]);
}

type Question = {
  user: User;
  reviews: ReviewSource;
  snapshot(): Promise<ObjectsSnapshot>;
  signal: AbortSignal;
};

async function askEach({ user, reviews, snapshot, signal }: Question): Promise<Visibility> {
  if (await reviews.mayListPods(user, undefined, signal)) return everything;
  const slots = new Slots(reviewsAtOnce);
  const asked = namespacesOfObjects(await snapshot()).map(async (namespace) => {
    const leave = await slots.take(signal);
    try {
      return (await reviews.mayListPods(user, namespace, signal)) ? [namespace] : [];
    } finally {
      leave();
    }
  });
  return { namespaces: new Set((await Promise.all(asked)).flat()) };
}
