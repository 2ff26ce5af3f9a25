import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { assembleGraph } from '#server/mesh/graph/assemble-graph.ts';
import type { Decorator } from '#server/mesh/graph/decorator.ts';
import { graphFactsOf } from '#server/mesh/graph/facts/graph-facts.ts';
import type { Measure } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import type { Sample } from '#server/metrics/query.ts';
import { type Manifest, meshObjects } from './objects-snapshot.ts';

type Labels = Record<string, string>;

/** 2026-11-21T02:02Z. */
export const endSeconds = 1_795_226_520;

/** Labels of a workload `<namespace>/<app>-<version>` at one side, as a sidecar reports them. */
export function workload(path: string, cluster = 'Kubernetes'): Party {
  const [namespace = '', name = ''] = path.split('/');
  const dash = name.lastIndexOf('-');
  const app = dash > 0 ? name.slice(0, dash) : name;
  return { cluster, namespace, workload: name, app, version: dash > 0 ? name.slice(dash + 1) : 'latest' };
}

/** What a proxy without metadata about the other side writes. */
export const nobody: Party = {
  cluster: 'unknown',
  namespace: 'unknown',
  workload: 'unknown',
  app: 'unknown',
  version: 'unknown',
};

export type Party = { cluster: string; namespace: string; workload: string; app: string; version: string };

type Traffic = {
  reporter: 'source' | 'destination' | 'waypoint';
  from: Party;
  to: Party;
  /** `<namespace>/<name>`, or a name alone for one that has no namespace. */
  service?: string;
  host?: string;
  labels?: Labels;
  value: number;
};

/** One series as a query by all of its labels answers it. `value` is the increase over the window. */
export function series({ reporter, from, to, service, host, labels, value }: Traffic): Sample {
  const [namespace, name] = service?.includes('/') ? service.split('/') : ['unknown', service ?? 'unknown'];
  const ownHost = namespace === 'unknown' ? (name ?? '') : `${name}.${namespace}.svc.cluster.local`;
  return {
    labels: {
      reporter,
      ...side('source', from),
      ...side('destination', to),
      destination_service_namespace: namespace ?? 'unknown',
      destination_service_name: name ?? 'unknown',
      destination_service: host ?? ownHost,
      ...labels,
    },
    value,
  };
}

export function requests(
  traffic: Traffic & { code?: string; flags?: string; protocol?: 'http' | 'grpc' },
): Sample {
  const { code = '200', flags = '-', protocol = 'http' } = traffic;
  return series({
    ...traffic,
    labels: {
      request_protocol: protocol,
      response_code: code,
      response_flags: flags,
      connection_security_policy: traffic.reporter === 'source' ? 'unknown' : 'mutual_tls',
      ...traffic.labels,
    },
  });
}

/** The same requests as both proxies report them. */
export function seenByBoth(traffic: Omit<Parameters<typeof requests>[0], 'reporter'>): Sample[] {
  return [requests({ ...traffic, reporter: 'source' }), requests({ ...traffic, reporter: 'destination' })];
}

export type Telemetry = Partial<Record<Measure, readonly Sample[]>>;

/** The graph that follows from series and objects, through every pure step of the server; undecorated unless asked. */
export function graphOf(
  telemetry: Telemetry,
  options: {
    query?: Labels;
    objects?: readonly Manifest[];
    objectsKnown?: boolean;
    decorators?: readonly Decorator[];
  } = {},
): Graph {
  const query = graphQuery.parse({ type: 'workload', serviceNodes: 'false', ...options.query });
  const objects = meshObjects(options.objects ?? []);
  return assembleGraph({
    query,
    endSeconds,
    facts: graphFactsOf({
      objects,
      objectsKnown: options.objectsKnown ?? true,
      cluster: 'Kubernetes',
      createdTimesHold: true,
    }),
    objects,
    rootNamespace: 'istio-system',
    answers: Object.entries(telemetry).map(([measure, samples]) => ({
      measure: measure as Measure,
      samples,
    })),
    decorators: options.decorators ?? [],
  });
}

/** Edges as short lines: `a -> b http`, sorted. */
export function lines(graph: Graph): string[] {
  return graph.edges.map(
    ({ source, target, protocol }) => `${shortId(source)} -> ${shortId(target)} ${protocol}`,
  );
}

export function edge(graph: Graph, line: string): GraphEdge {
  const found = graph.edges.find(
    ({ source, target, protocol }) => `${shortId(source)} -> ${shortId(target)} ${protocol}` === line,
  );
  if (found === undefined) throw new Error(`no edge "${line}" among\n${lines(graph).join('\n')}`);
  return found;
}

export function node(graph: Graph, id: string): GraphNode {
  const found = graph.nodes.find((one) => one.id === id || shortId(one.id) === id);
  if (found === undefined)
    throw new Error(`no node "${id}" among\n${graph.nodes.map((one) => one.id).join('\n')}`);
  return found;
}

export function quality(graph: Graph): Record<string, number> {
  return Object.fromEntries(graph.quality.map(({ code, count }) => [code, count]));
}

/** Ids without the cluster that most tests have. */
function shortId(id: string): string {
  return id.replace(/^(\w+):Kubernetes\//, '$1:');
}

function side(name: 'source' | 'destination', party: Party): Labels {
  return {
    [`${name}_cluster`]: party.cluster,
    [`${name}_workload_namespace`]: party.namespace,
    [`${name}_workload`]: party.workload,
    [`${name}_canonical_service`]: party.app,
    [`${name}_canonical_revision`]: party.version,
  };
}
