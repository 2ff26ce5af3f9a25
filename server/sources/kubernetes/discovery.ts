import { z } from 'zod';
import { type ObjectKind, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import type { ApiClient } from './api-client.ts';
import { describeFailure, GarbledError, hasStatus } from './api-error.ts';

const resourceListSchema = z.looseObject({
  resources: z.array(z.looseObject({ name: z.string(), verbs: z.array(z.string()).default([]) })).nullish(),
});

/**
 * Where a kind is listed, or that the cluster does not have it, or why that is not known. A path with a `reason` is that
 * of an older version: whether the cluster has the preferred one could not be told.
 */
export type Discovered = { path: string; reason?: string } | { isAbsent: true } | { reason: string };

type Resources = { plurals: ReadonlySet<string> } | { reason: string };

/** Decides for each kind which version the server has; the first one in the order of the registry wins. */
export async function discoverKinds(
  client: ApiClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<ObjectKind, Discovered>> {
  const roots = new Set(objectKindNames.flatMap((kind) => rootsOf(kind)));
  const read = [...roots].map(async (root) => [root, await readResources(client, root, signal)] as const);
  const resourcesByRoot = new Map(await Promise.all(read));
  return new Map(objectKindNames.map((kind) => [kind, choose(kind, resourcesByRoot)]));
}

/** Addresses of the API versions in which a kind may be served, the preferred one first. */
function rootsOf(kind: ObjectKind): string[] {
  const { group, versions } = objectKinds[kind];
  return versions.map((version) => (group === '' ? `/api/${version}` : `/apis/${group}/${version}`));
}

async function readResources(client: ApiClient, root: string, signal: AbortSignal): Promise<Resources> {
  try {
    const parsed = resourceListSchema.safeParse(await client.get({ path: root, signal }));
    if (!parsed.success) throw new GarbledError(`the answer to ${root} is not a list of resources`);
    const listed = (parsed.data.resources ?? []).filter((resource) => resource.verbs.includes('list'));
    return { plurals: new Set(listed.map((resource) => resource.name)) };
  } catch (error) {
    // A group version that no CRD and no API service brings is a 404, and quite normal.
    return hasStatus(error, 404) ? { plurals: new Set() } : { reason: describeFailure(error) };
  }
}

function choose(kind: ObjectKind, resourcesByRoot: ReadonlyMap<string, Resources>): Discovered {
  const { plural } = objectKinds[kind];
  let reason: string | undefined;
  for (const root of rootsOf(kind)) {
    const resources = resourcesByRoot.get(root);
    if (resources === undefined) continue;
    if ('reason' in resources) reason ??= resources.reason;
    else if (resources.plurals.has(plural)) {
      const path = `${root}/${plural}`;
      return reason === undefined ? { path } : { path, reason };
    }
  }
  return reason === undefined ? { isAbsent: true } : { reason };
}
