import type { ObjectReference } from '#lib/contract/evidence.ts';

/** A version that a split sends requests to: one destination of the rule, of weight 0 too. */
export type SplitVersion = {
  /** Unique in its split: the subset where all destinations are of one host, else the Service's name with it. */
  name: string;
  /** The full host name, as telemetry calls it: `reviews.bookinfo.svc.cluster.local`. */
  host: string;
  service?: { namespace: string; name: string };
  subset?: string;
  port?: number;
  /** As written; what is not written is what Istio takes it for. */
  weight: number;
  /** Of the sum of weights, 0 to 1. */
  share: number;
  /** Names of the workloads behind it, in the Service's namespace, by the subset's labels and not by `version` alone. */
  workloads: readonly string[];
  endpoints?: { ready: number; total: number };
  /** Why requests sent here fail, e.g. a subset that no DestinationRule defines. */
  problem?: string;
};

/**
 * Another rule on the same hosts that leads to one of the split's versions: its requests and the split's look alike in
 * telemetry, whether it is tried before the split or after it.
 */
export type Pin = {
  object: ObjectReference;
  path: string;
  /** What Envoy writes as the route's name into access logs. */
  routeName: string;
  /** In words: `header end-user = jason`. */
  matches: readonly string[];
  /** Indexes into the split's versions. */
  versions: readonly number[];
  /** `<namespace>/<workload>` of the only callers that it is for, by source labels or namespace; absent where for all. */
  callers?: readonly string[];
};

/** One weighted rule of one route object: what has to come out is known, so it can be checked. */
export type Split = {
  /** Where it stands: of a delegate another object than the root's. */
  object: ObjectReference;
  /** The VirtualService that delegates to `object`; the same as `object` where none does. */
  root: ObjectReference;
  /** How the API calls it: the rule's name, else its index; `tls-0` and `tcp-0` for those of a VirtualService. */
  route: string;
  /** `spec.http[2]` */
  path: string;
  protocol: 'http' | 'grpc' | 'tls' | 'tcp';
  /** What Envoy writes as the route's name into access logs: the rule's name, `default`, `shop.catalog-mesh.1`. */
  routeName: string;
  /** Callers in the mesh meet it. */
  isMesh: boolean;
  /** `<namespace>/<workload>` of the gateways that serve it. */
  gatewayWorkloads: readonly string[];
  gateways: readonly ObjectReference[];
  /** Namespaces whose callers in the mesh meet it; `*` for all. */
  callers: '*' | readonly string[];
  /** Hosts as written, and the Services among them as `<namespace>/<name>`. */
  hosts: readonly string[];
  services: readonly string[];
  /** Conditions of the rule in words, alternatives; none for a rule that takes everything. */
  matches: readonly string[];
  versions: readonly SplitVersion[];
  pins: readonly Pin[];
  /** Mirrors of this or other rules to one of the versions. */
  mirrors: readonly { version: number; percent: number }[];
  /** Attempts beside the first; undefined where the rule says nothing and Istio's default of 2 holds. */
  retryAttempts?: number;
  /** Hash or cookie affinity of the DestinationRules behind it, in words. */
  affinity?: string;
  /** What is odd about it, each a sentence: sum of weights, other rules on the host, missing subsets. */
  problems: readonly { id: string; text: string }[];
};
