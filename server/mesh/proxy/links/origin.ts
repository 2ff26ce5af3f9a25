import type { JsonObject } from '#server/mesh/proxy/json/json.ts';

/**
 * The parts of a row's item from which its links are found, as they stand in the dump: taken by the section while it
 * reads the dump, resolved against the mesh's objects afterwards (see `links-of.ts`). Plain data, small.
 */
export type Origin = {
  /** `metadata.filter_metadata.istio` of the item: `config`, `subset`, `services`, `workload`. */
  istio?: JsonObject | undefined;
  /** Clusters that the item is, or leads to. */
  clusters?: readonly string[] | undefined;
  routeConfig?: string | undefined;
  virtualHost?: string | undefined;
  domains?: readonly string[] | undefined;
  routeName?: string | undefined;
  /** `match` of a route as it stands. */
  match?: JsonObject | undefined;
  /** `decorator.operation`. */
  operation?: string | undefined;
  listener?: string | undefined;
  /** `address:port` of the listener, or of an endpoint. */
  address?: string | undefined;
  port?: number | undefined;
  direction?: string | undefined;
  chain?: string | undefined;
  serverNames?: readonly string[] | undefined;
  transportProtocol?: string | undefined;
  applicationProtocols?: readonly string[] | undefined;
  statPrefix?: string | undefined;
  /** Keys of RBAC policies, enforced and shadow: `ns[shop]-policy[allow]-rule[0]`. */
  policies?: readonly string[] | undefined;
  /** Issuers of JWT providers. */
  issuers?: readonly string[] | undefined;
  /** Names of SDS secrets that the item is or uses. */
  secrets?: readonly string[] | undefined;
  /** Names of filters, HTTP and network, and of extensions fetched by ECDS. */
  filters?: readonly string[] | undefined;
};
