import type { SourceStatus } from '#lib/contract/status.ts';
import type { DashboardKind } from '#lib/grafana-dashboards.ts';
import type { HealthRule } from '#lib/health-tolerances.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import type { IstiodAnswer, IstiodQuestion } from '#lib/proxy/istiod-endpoints.ts';
import type { User } from '#server/access/user.ts';
import type { MetricAnswer, MetricQuery, Sample, Series, TimeRange } from '#server/metrics/query.ts';
import type { TraceSource } from './trace-source.ts';

/** A measured request that a store remembers beside a histogram; its trace is among the labels, where it has one. */
export type StoredExemplar = { atMs: number; value: number; labels: Readonly<Record<string, string>> };

/** A store of Istio's standard metrics. Rejects with a `source_*` ViglaError when it cannot answer at all. */
export interface MetricSource {
  /** Values at a time, in epoch seconds. */
  query(query: MetricQuery, atSeconds: number, signal?: AbortSignal): Promise<MetricAnswer<Sample>>;
  queryRange(query: MetricQuery, range: TimeRange, signal?: AbortSignal): Promise<MetricAnswer<Series>>;
  /** A query in the words in which the store is asked, with what it always adds: for a reader to run. */
  promql?(query: MetricQuery): string;
  /** What the store remembers of the series that a query reads; absent for one that remembers nothing. */
  exemplars?(
    query: MetricQuery,
    range: Pick<TimeRange, 'startSeconds' | 'endSeconds'>,
    signal?: AbortSignal,
  ): Promise<readonly StoredExemplar[]>;
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
  /** Names of clusters that could be chosen instead; nothing contacts them. */
  otherContexts?: readonly string[];
}

/** istiod's monitoring port, of every replica. Absent where no way to istiod exists. */
export interface IstiodSource {
  /** The same question to every replica; each knows only the proxies that are connected to it. */
  ask(question: IstiodQuestion, signal?: AbortSignal): Promise<IstiodAnswer[]>;
  /** Whether the istiod of another cluster speaks for this one, which also knows what is in that cluster. */
  isElsewhere?(signal?: AbortSignal): Promise<boolean>;
  status(): Promise<SourceStatus>;
}

export type ProxyName = { namespace: string; pod: string };

/** The administration of the proxies, Envoys and ztunnels. */
export interface EnvoySource {
  /**
   * The bytes of one answer as they came, not redacted: `openDump` is the door for dumps.
   * @throws ViglaError `not_found`, `too_large`, `forbidden`, `source_*`
   */
  admin(proxy: ProxyName, question: AdminQuestion, signal?: AbortSignal): Promise<Uint8Array>;
  /** Present with writes on only: `logger` absent means all. Answers the levels afterwards, as Envoy lists them. */
  setLogLevel?(
    proxy: ProxyName,
    change: { logger?: string | undefined; level: string },
    signal?: AbortSignal,
  ): Promise<Uint8Array>;
  /** Where proxies may not be asked; absent where every recorded answer can be had. */
  status?(): Promise<SourceStatus>;
}

/** A dashboard of Grafana that shows one kind of thing. */
export type GrafanaDashboard = {
  kind: DashboardKind;
  uid: string;
  /** Absent where it is nothing for the reader. */
  title?: string | undefined;
  /** Names of its variables that take a value; absent where they could not be read. */
  variables?: readonly string[] | undefined;
};

export type GrafanaDashboards = {
  /** At most one for each kind. */
  dashboards: readonly GrafanaDashboard[];
  /** The organisation that they are in, where Grafana says. */
  orgId?: number | undefined;
};

/** Grafana, to link to. Rejects with a `source_*` ViglaError when it cannot answer at all. */
export interface GrafanaSource {
  dashboards(signal?: AbortSignal): Promise<GrafanaDashboards>;
  /** Where people reach it; absent where nobody said, and then there is nothing to link to. */
  externalUrl?: string | undefined;
  status(): Promise<SourceStatus>;
}

/** A line as the kubelet gives it. `atMs` is its own time stamp, absent where it gave none. */
export type StoredLine = {
  atMs?: number | undefined;
  text: string;
  /** Bytes beyond what is kept of a very long line. */
  cutBytes?: number | undefined;
  /** Some bytes were no UTF-8 and stand as U+FFFD. */
  isBinary?: boolean | undefined;
};

export type LogQuestion = {
  namespace: string;
  pod: string;
  container: string;
  fromMs?: number | undefined;
  tailLines?: number | undefined;
  previous?: boolean | undefined;
  /** Goes on with new lines until the signal is aborted or the container ends. */
  follow?: boolean | undefined;
};

/** Logs of containers. A missing pod, container or earlier run is a ViglaError `not_found` that says which. */
export interface LogSource {
  /** Batches of lines, oldest first, as they arrive. */
  read(question: LogQuestion, signal: AbortSignal): AsyncIterable<StoredLine[]>;
}

/** The cluster's own word on what a user may do there. */
export interface ReviewSource {
  /**
   * Whether the user may list the pods of a namespace, or of every one where none is given.
   * @throws ViglaError `unauthenticated` where the cluster does not take the user's token, else `source_*`
   */
  mayListPods(user: User, namespace: string | undefined, signal: AbortSignal): Promise<boolean>;
  /**
   * Whose token it is.
   * @throws ViglaError `unauthenticated` where the cluster does not take the token, else `source_*`
   */
  whoIs(token: string, signal: AbortSignal): Promise<Pick<User, 'name' | 'groups'>>;
}

/** What an opened snapshot has of the mesh that it was made of. */
export type SnapshotScope = {
  namespaces: '*' | readonly string[];
  /** Epoch seconds: there are no metrics of the time before. */
  metricsFromSeconds: number;
  /** Between two moments of its metrics they are taken to grow evenly. */
  stepSeconds: number;
  /** Of the Vigla that made it. */
  version: string;
};

/** Everything outside. A source that this installation does not have is absent. */
export interface Sources {
  mode: 'demo' | 'cluster' | 'snapshot';
  metrics: MetricSource;
  objects: ObjectSource;
  istiod?: IstiodSource;
  envoy?: EnvoySource;
  traces?: TraceSource;
  grafana?: GrafanaSource;
  logs?: LogSource;
  /** Absent where no cluster can be asked, as in the demo. */
  reviews?: ReviewSource;
  /** What this installation tolerates of whom; the first that fits counts. */
  healthRules?: readonly HealthRule[];
  /** Epoch milliseconds; a snapshot keeps its own clock. */
  now(): number;
  /**
   * What has to be added to times inside the answers of istiod and of proxies so that they look as if recorded just now;
   * absent for a live mesh. Objects, logs and traces are moved already; raw views show what was recorded.
   */
  recordedShiftMs?: number;
  /** Absent for what is alive. */
  scope?: SnapshotScope;
}

/** A cluster of the mesh by Istio's name for it, with its sources as the user may see them. */
export type Cluster = {
  name: string;
  sources: Sources;
  /** Absent where it is all of them. */
  visibleNamespaces?: ReadonlySet<string> | undefined;
  /**
   * Named by a remote secret alone. Whoever may write such a Secret could collect the tokens of users, so none is shown
   * to this cluster.
   */
  isOfSecret?: boolean | undefined;
};

/** A further cluster that is configured and cannot be opened, or the remote secrets that cannot be read; and why. */
export type UnusableCluster = { name: string; reason: string };

/**
 * What a loader is given beside its query: the sources as the user may see them. `nowSeconds` is aligned, so that requests
 * of one moment ask the same. Without a user everybody is anonymous.
 */
export type LoadContext = {
  sources: Sources;
  nowSeconds: number;
  signal: AbortSignal;
  version: string;
  user?: User;
  /** An earlier snapshot to compare the sources with, as the same user may see it; absent where none is open. */
  before?: Sources;
  /** The namespaces that this user may see, and the sources speak of; absent where it is all of them. */
  visibleNamespaces?: ReadonlySet<string>;
  /** Istio's name of the cluster that `sources` are of; absent where the mesh is one cluster. */
  cluster?: string;
  /**
   * The further clusters of the mesh; absent where there are none, or the request is about one cluster. `sources` are
   * those of the home cluster then.
   */
  otherClusters?: readonly Cluster[];
  unusableClusters?: readonly UnusableCluster[];
  /** Clusters whose telemetry is left out, because the user may see less there. */
  leftOutClusters?: readonly string[];
};
