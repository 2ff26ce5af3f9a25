import type { JsonObject } from '#server/mesh/proxy/json/json.ts';

/** `rejected` has never been accepted in any version: only the refused configuration is there. */
export type ItemState = 'active' | 'warming' | 'draining' | 'static' | 'rejected';

/** Envoy's own reason for refusing an update: a NACK, with the time of the last try. */
export type ItemError = {
  details: string;
  lastUpdateAttempt?: string | undefined;
  version?: string | undefined;
};

/** One resource of a dump. `value` is the resource itself (a Cluster, a Listener …) with Envoy's field names. */
export type DumpItem = {
  name: string;
  state: ItemState;
  value: JsonObject;
  version?: string | undefined;
  lastUpdated?: string | undefined;
  error?: ItemError | undefined;
  /** Where it stands in the dump, e.g. `configs[1].dynamic_active_clusters[3].cluster`. */
  path: string;
};

export const dumpSections = ['clusters', 'listeners', 'routes', 'endpoints', 'secrets', 'ecds'] as const;
export type DumpSection = (typeof dumpSections)[number];

/** A configuration dump of Envoy, or istiod's of the same proxy, read once. */
export type ProxyDump = {
  bootstrap: { value: JsonObject; path: string; lastUpdated?: string | undefined } | undefined;
  items: { readonly [Section in DumpSection]: readonly DumpItem[] };
  /** Parts of types that are not known here: kept in the raw view, counted in the tables. */
  unknown: readonly { type: string; path: string }[];
  /** Entries that have no name or no body, in sentences. */
  problems: readonly string[];
};
