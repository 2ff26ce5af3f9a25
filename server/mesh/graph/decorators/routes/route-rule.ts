import type { ObjectReference } from '#lib/contract/evidence.ts';

/** One rule of a route, of whichever kind, reduced to what it does with a request. */
export type RouteRule = {
  object: ObjectReference;
  /** Where it stands in its object, e.g. `spec.http[2]`. */
  path: string;
  /** Completes "of requests": empty for the only rule of an object, else ` of rule split`. */
  scope: string;
  /** Destinations that get requests, with their weights. */
  destinations: readonly { name: string; weight: number }[];
  fault?: { abort?: { percent: number; answer: string }; delay?: { percent: number; duration: string } };
  /** Seconds or a duration as written, never 0. */
  timeout?: string;
  mirrors: readonly { name: string; percent: number }[];
  retryAttempts?: number;
};

/** A route object with its rules and with who meets them. Keys are `<namespace>/<name>`. */
export type MeshRoute = {
  object: ObjectReference;
  services: readonly string[];
  /** Hosts outside the cluster, as written. */
  externalHosts: readonly string[];
  gatewayWorkloads: readonly string[];
  /** Rules for callers in the mesh and rules at gateways; most routes have the same for both. */
  meshRules: readonly RouteRule[];
  gatewayRules: readonly RouteRule[];
  /** Namespaces whose callers meet it; `*` for all. */
  callers: '*' | readonly string[];
};
