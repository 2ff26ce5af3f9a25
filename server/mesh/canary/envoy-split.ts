/** What one calling proxy does with the requests of a split. */
export type EnvoySplit = {
  namespace: string;
  pod: string;
  /** Its workload, as telemetry names the source. */
  workload: string;
  type: 'sidecar' | 'gateway' | 'waypoint';
  /**
   * `found`: it has the rule; `absent`: it has routes for the host, but not this rule; `unserved`: it has nothing for the
   * host; `unanswered`: it could not be read.
   */
  state: 'found' | 'absent' | 'unserved' | 'unanswered';
  /** Shares by the index of the split's versions, 0 to 1; all 0 where not `found`. */
  shares: readonly number[];
  /** Weights that go to clusters of no version. */
  others: readonly { cluster: string; share: number }[];
  /** One line: `catalog-v1 1, catalog-v2 1`. */
  weights: string;
  /** Where it stands: `8080 / catalog.shop.svc.cluster.local:8080 / shop.catalog-mesh.1`. */
  place?: string;
  rowId?: string;
  section: 'routes' | 'listeners';
  proofPath?: string;
  /** Epoch milliseconds: when Envoy took the route configuration. */
  lastUpdatedMs?: number;
  /** Of the route type, by istiod. */
  sync?: { state: string; sentAtMs?: number; ackedAtMs?: number; sentNonce?: string; ackedNonce?: string };
  /** What istiod has for the proxy at the same place, where it differs and could be read. */
  istiodWeights?: string;
  /** Envoy chooses by hash (`use_hash_policy`) or header, not by chance. */
  isSticky?: boolean;
  unanswered?: string;
};
