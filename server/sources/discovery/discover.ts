import type { ObjectSource } from '#server/sources/interface.ts';
import type { HttpClient } from '#server/sources/observed/http-client.ts';
import type { AskService } from '#server/sources/observed/service-place.ts';
import type { ServiceSearch } from '#server/sources/observed/service-search.ts';
import { candidateClient } from './candidate-client.ts';
import { createFinder, type Finder } from './finder.ts';
import { createFoundClient } from './found-client.ts';
import type { Candidate } from './rank-candidates.ts';
import { notFound } from './tell-look.ts';

export type DiscoveryOptions = {
  search: ServiceSearch;
  /** Its objects, and the way to its Services. */
  cluster: Pick<ObjectSource, 'snapshot'> & { askService: AskService };
  /** Such as a tenant's; credentials are for the API server alone. */
  headers?: Readonly<Record<string, string>> | undefined;
  now?: (() => number) | undefined;
};

/** A search through the Services of the cluster, and a client for what it finds. */
export function discover({ search, cluster, headers, now = Date.now }: DiscoveryOptions): {
  finder: Finder;
  client: HttpClient;
} {
  const { askService } = cluster;
  const clientOf = (candidate: Candidate) => candidateClient(candidate, { askService, headers });
  const finder = createFinder({
    rules: search.rules,
    objects: cluster,
    now,
    judge: (candidate, signal) => search.judge(clientOf(candidate), signal),
  });
  const client = createFoundClient({ finder, clientOf, missing: (look) => notFound(look, search) });
  return { finder, client };
}
