import type { TraceSpan } from '#lib/contract/traces.ts';

/** Longer addresses are cut by some proxies. */
const mostTerms = 60;

type TraceOnGraph = {
  /** For the graph's find field: marks the calls of the trace. */
  find: string;
  namespaces: string[];
  /** Not all calls went into the expression. */
  isCut: boolean;
};

/** How the graph is asked to mark the calls of a trace; undefined when none of them can be told. */
export function findOfTrace(spans: readonly Pick<TraceSpan, 'story'>[]): TraceOnGraph | undefined {
  const edges = new Set(
    spans.flatMap(({ story }) => story.edgeIds ?? (story.edgeId === undefined ? [] : [story.edgeId])),
  );
  const nodes = new Set(spans.flatMap(({ story }) => story.nodeId ?? []));
  const ids = [...nodes, ...[...edges].flatMap((id) => id.split('|').slice(0, 2))];
  const terms = new Set([...[...edges].flatMap(edgeTerm), ...[...nodes].flatMap(nodeTerm)]);
  if (terms.size === 0) return undefined;
  return {
    find: [...terms].slice(0, mostTerms).join(' OR '),
    namespaces: namespacesOfIds(ids),
    isCut: terms.size > mostTerms,
  };
}

/** Namespaces of graph nodes, out of their ids such as `workload:Kubernetes/bookinfo/reviews-v2`. */
export function namespacesOfIds(ids: readonly string[]): string[] {
  const names = ids.flatMap((id) => partsOf(id).slice(1, 2)).filter((name) => name !== 'unknown');
  return [...new Set(names)].sort();
}

function edgeTerm(id: string): string[] {
  const [source = '', target = ''] = id.split('|');
  const sides = [
    ...nameOf(source).map((name) => `source = ${name}`),
    ...nameOf(target).map((name) => `target = ${name}`),
  ];
  return sides.length < 2 ? [] : [`(${sides.join(' AND ')})`];
}

function nodeTerm(id: string): string[] {
  const namespace = partsOf(id)[1];
  const operand = id.startsWith('service:') ? 'service' : 'workload';
  return namespace === undefined
    ? []
    : nameOf(id).map((name) => `(ns = ${namespace} AND ${operand} = ${name})`);
}

/** The most special name of a node: the workload's, or the service's. Nodes without a place have none. */
function nameOf(id: string): string[] {
  const parts = partsOf(id);
  return parts.length < 3 ? [] : parts.slice(-1);
}

/** Cluster, namespace and names. */
function partsOf(id: string): string[] {
  return id.slice(id.indexOf(':') + 1).split('/');
}
