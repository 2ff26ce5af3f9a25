import type { z } from 'zod';
import { alignedNow } from '#lib/aligned-now.ts';
import packageJson from '#package.json' with { type: 'json' };
import { getAccess } from '#server/access/configured-access.ts';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { getBefore } from '#server/sources/sources.ts';
import { clustersOf } from './clusters-of.ts';
import { limitRequest } from './limits/limit-request.ts';
import { takesCluster } from './parse-query.ts';

/**
 * What a loader works with for this request: who asks, and the sources as that user may see them. The one door to them.
 * @param schema of the route's query, which says whether it knows what to say of any cluster
 * @throws ViglaError `unauthenticated`, `too_many_requests`, `bad_parameter` for a cluster that does not exist
 */
export async function contextOf(request: Request, schema?: z.ZodType): Promise<LoadContext> {
  const access = getAccess();
  const user = await access.identify(request);
  limitRequest(request, user);
  const { sources, visibility, others, unusable, leftOut, name } = await clustersOf(request, {
    access,
    user,
    isAnyNameTaken: schema === undefined || takesCluster(schema),
  });
  const nowSeconds = alignedNow(sources.now());
  const { namespaces } = visibility;
  const before = getBefore();
  return {
    sources,
    nowSeconds,
    signal: request.signal,
    version: packageJson.version,
    user,
    ...(before === undefined ? {} : { before: restrictSources(before, visibility) }),
    ...(namespaces === 'all' ? {} : { visibleNamespaces: namespaces }),
    ...(name === undefined ? {} : { cluster: name }),
    ...(others === undefined ? {} : { otherClusters: others }),
    ...(unusable === undefined ? {} : { unusableClusters: unusable }),
    ...(leftOut === undefined ? {} : { leftOutClusters: leftOut }),
  };
}
