'use client';

import { useMemo } from 'react';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { canariesSchema } from '#lib/contract/canaries.ts';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphScope } from './graph-scope.ts';
import { type EdgeVerdict, splitVerdicts } from './split-verdicts.ts';
import { callerNames } from './split-words.ts';
import { withJudgedShares } from './with-judged-shares.ts';

export type SplitVerdicts = {
  byEdge: ReadonlyMap<string, readonly EdgeVerdict[]>;
  /** Names of the callers that do not split as configured, by the edges that show it. */
  mismatches: ReadonlyMap<string, readonly string[]>;
  /** The graph with the judged shares. */
  graph: Graph;
  isLoading: boolean;
  /** Why splits could not be judged; undefined where they were. */
  notJudged: string | undefined;
};

/**
 * Whether the splits on screen are as configured. The server reads logs for it, so it is asked apart from the graph, and
 * only where there is a weighted rule at all.
 */
export function useSplitVerdicts(graph: Graph, { isReady, apiParameters }: GraphScope): SplitVerdicts {
  const routeNamespaces = useMemo(() => namespacesOfRoutes(graph), [graph]);
  const { data, error, isLoading } = useAnswer({
    path: '/api/canaries',
    parameters: { ...apiParameters, namespaces: withRoutes(apiParameters.namespaces, routeNamespaces) },
    schema: canariesSchema,
    isEnabled: isReady && routeNamespaces.length > 0,
  });
  const items = routeNamespaces.length > 0 ? data?.data.items : undefined;
  return useMemo(() => {
    const clusterOf = new Map(graph.nodes.map(({ id, cluster }) => [id, cluster]));
    const byEdge = splitVerdicts(graph.edges, items ?? [], (id) => clusterOf.get(id));
    const mismatches = new Map(
      [...byEdge].flatMap(([id, verdicts]) => {
        const callers = verdicts.flatMap(({ mismatching }) => mismatching);
        return callers.length === 0 ? [] : [[id, [...new Set(callerNames(callers))]] as const];
      }),
    );
    const unobserved = items?.find((item) => item.unobserved !== undefined)?.unobserved;
    const notJudged = error?.message ?? unobserved;
    return { byEdge, mismatches, graph: withJudgedShares(graph, byEdge), isLoading, notJudged };
  }, [graph, items, isLoading, error]);
}

function namespacesOfRoutes(graph: Graph): string[] {
  const all = graph.edges.flatMap(({ split }) => split?.canaries.map(({ object }) => object.namespace) ?? []);
  return [...new Set(all)].sort();
}

/** A route may stand outside the chosen namespaces though its traffic is drawn. */
function withRoutes(namespaces: string, routeNamespaces: readonly string[]): string {
  if (namespaces === '' || namespaces === '*') return namespaces;
  const chosen = namespaces.split(',');
  return [...chosen, ...routeNamespaces.filter((name) => !chosen.includes(name))].join(',');
}
