import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { Split } from '../split.ts';

/** Callers that a rule is for: pods with these labels, of this namespace. */
export type CallerCondition = { labels: Readonly<Record<string, string>>; namespace?: string };

/** Where a rule sends requests. */
export type Destination = {
  /** The full name, as telemetry calls it; as written where it is no Service. */
  host: string;
  service?: { namespace: string; name: string };
  subset?: string;
  port?: number;
};

/**
 * `weight` is what Istio takes it for, never negative; `written` has one entry for each time that the rule names the
 * destination, undefined where it says no weight.
 */
export type WeightedDestination = Destination & { weight: number; written: readonly (number | undefined)[] };

/** One rule of a route object, of whichever kind. */
export type ConfiguredRule = {
  /** Of a delegate's rule the delegate, whose `path` it is. */
  object: ObjectReference;
  path: string;
  /** Its place in its list, which is its name where it has none. */
  index: number;
  name?: string;
  protocol: Split['protocol'];
  /** What Envoy writes into access logs. */
  routeName: string;
  /** Alternatives in words; none for a rule that takes everything. */
  matches: readonly string[];
  /** Where it holds, of its route's places. */
  isMesh: boolean;
  gateways: readonly ObjectReference[];
  /** Present where it is for some callers only, by their labels or namespace: one of these must hold. */
  callerConditions?: readonly CallerCondition[];
  /** Present where it is for some ports only. */
  ports?: readonly number[];
  /** A rule before it takes every request. */
  isUnreachable: boolean;
  destinations: readonly WeightedDestination[];
  mirrors: readonly (Destination & { percent: number })[];
  retryAttempts?: number;
  /** Stickiness that the rule itself asks for, in words. */
  stickiness?: string;
};

/** A route object with who meets it. */
export type ConfiguredRoute = {
  object: ObjectReference;
  /** Sorts as Istio sorts objects that contradict each other: the oldest first. */
  age: string;
  hosts: readonly string[];
  /** `<namespace>/<name>` of the Services among them. */
  services: readonly string[];
  isMesh: boolean;
  gateways: readonly ObjectReference[];
  callers: '*' | readonly string[];
  rules: readonly ConfiguredRule[];
};
