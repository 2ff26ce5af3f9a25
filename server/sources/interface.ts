import type { SourceStatus } from '#lib/contract/status.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { MetricAnswer, MetricQuery, Sample, Series, TimeRange } from '#server/metrics/query.ts';

/** A store of Istio's standard metrics. Rejects with a `source_*` ViglaError when it cannot answer at all. */
export interface MetricSource {
  /** Values at a time, in epoch seconds. */
  query(query: MetricQuery, atSeconds: number, signal?: AbortSignal): Promise<MetricAnswer<Sample>>;
  queryRange(query: MetricQuery, range: TimeRange, signal?: AbortSignal): Promise<MetricAnswer<Series>>;
  /** A query in the words in which the store is asked, with what it always adds: for a reader to run. */
  promql?(query: MetricQuery): string;
  status(): Promise<SourceStatus>;
}

/** An object that does not have the shape of its kind, and was left out. */
export type RejectedObject = { kind: ObjectKind; namespace: string; name: string; reason: string };

/**
 * All objects of one moment. The same snapshot (by identity) is handed out while nothing changed, so that what is
 * derived from it can be kept in a WeakMap.
 */
export type ObjectsSnapshot = {
  /** Istio's name of the cluster (`CLUSTER_ID`), by default `Kubernetes`. */
  cluster: string;
  /** Namespace of the control plane and of mesh-wide configuration, normally `istio-system`. */
  rootNamespace: string;
  objects: { readonly [Kind in ObjectKind]: readonly ObjectOf<Kind>[] };
  /** Kinds that could not be read, with the reason. A kind that the cluster does not have is not among them. */
  unread: readonly { kind: ObjectKind; reason: string }[];
  rejected: readonly RejectedObject[];
};

/** The objects of a cluster, kept current in memory. */
export interface ObjectSource {
  snapshot(signal?: AbortSignal): Promise<ObjectsSnapshot>;
  status(): Promise<SourceStatus>;
}

/** istiod's debug answers, as parsed JSON. Absent where no way to istiod exists yet. */
export interface IstiodSource {
  /** `name` is the path under `/debug/`, e.g. `syncz`. */
  debug(name: string, signal?: AbortSignal): Promise<unknown>;
  status(): Promise<SourceStatus>;
}

/** Admin answers of the Envoys, as parsed JSON. */
export interface EnvoySource {
  /** `path` is an admin path without parameters, e.g. `config_dump`, `clusters`. */
  admin(proxy: { namespace: string; pod: string }, path: string, signal?: AbortSignal): Promise<unknown>;
}

/** Everything outside. A source that this installation does not have is absent. */
export interface Sources {
  mode: 'demo' | 'cluster' | 'snapshot';
  metrics: MetricSource;
  objects: ObjectSource;
  istiod?: IstiodSource;
  envoy?: EnvoySource;
  /** Epoch milliseconds; a snapshot keeps its own clock. */
  now(): number;
}

/** What a loader is given beside its query. `nowSeconds` is aligned, so that requests of one moment ask the same. */
export type LoadContext = { sources: Sources; nowSeconds: number; signal: AbortSignal; version: string };
