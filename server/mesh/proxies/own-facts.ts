import type { ProxyItem } from '#lib/contract/proxies.ts';

/** A resource of a proxy's dump that is worth a look, and where it stands there. */
type MarkedItem = { section: string; name: string; path: string };
type RefusedItem = MarkedItem & { details: string; isActive: boolean };
/** `since` is the time of its last update; absent where it never came. */
type WarmingItem = MarkedItem & { since?: string | undefined };

/** Addresses (`10.244.1.7:9080`) of one cluster: those that istiod sent, and those that Envoy works with. */
export type ClusterEndpoints = { sent: readonly string[]; used?: readonly string[] | undefined };

/** What a proxy says of itself; parts that did not come are absent. Times are moved already. */
export type OwnFacts = {
  /** Why the proxy gave no answer at all. */
  unanswered?: string | undefined;
  /** Why one of its answers is missing. */
  missing?: { certificates?: string | undefined; hosts?: string | undefined } | undefined;
  certificate?: ProxyItem['certificate'];
  configBytes?: number | undefined;
  counts?: Readonly<Record<string, number>> | undefined;
  /** Clusters and listeners that came from istiod and are in use. */
  dynamicCount?: number | undefined;
  errors?: readonly RefusedItem[] | undefined;
  warming?: readonly WarmingItem[] | undefined;
  /** What Envoy says that it waits for. */
  waitsFor?: readonly string[] | undefined;
  /** By the cluster's name; clusters that istiod gives endpoints. */
  endpoints?: Readonly<Record<string, ClusterEndpoints>> | undefined;
};

/** What a proxy said, and when; `isCurrent` as long as istiod has not sent it anything since. */
export type KnownFacts = { facts: OwnFacts; atMs: number; isCurrent: boolean };
