'use client';

import { useMemo } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import type { FindExpression } from '#lib/find/expression.ts';
import { findInGraph, hideInGraph, withOnly, withoutPart } from '#lib/find/find-in-graph.ts';
import { pathPart } from '#lib/graph/neighbours.ts';
import type { GraphState } from './graph-state.ts';

export type DrawnGraph = {
  graph: Graph;
  /** Ids of nodes and edges that the find field matches; counted apart from what is hidden. */
  found: ReadonlySet<string>;
  focusPath: ReadonlySet<string> | undefined;
  hiddenCount: number;
};

type Drawing = {
  graph: Graph;
  state: GraphState;
  find: FindExpression | undefined;
  hide: FindExpression | undefined;
};

/** The graph after hiding and focusing, with what was found in it. */
export function useDrawnGraph({ graph, state, find, hide }: Drawing): DrawnGraph {
  const { focus, way, depth, only } = state;
  const hidesOutOfMesh = !state.show.includes('outOfMesh');
  const visible = useMemo(() => {
    const inMesh = hidesOutOfMesh ? withoutPart(graph, outOfMesh(graph)) : graph;
    return hide === undefined ? inMesh : withoutPart(inMesh, hideInGraph(inMesh, hide));
  }, [graph, hide, hidesOutOfMesh]);
  const path = useMemo(() => {
    const part = focus === '' ? undefined : pathPart(visible, { from: focus, direction: way, depth });
    return part === undefined || part.nodes.size === 0 ? undefined : part;
  }, [visible, focus, way, depth]);
  const drawn = useMemo(
    () => (only && path !== undefined ? withOnly(visible, path) : visible),
    [visible, only, path],
  );
  const found = useMemo(() => {
    if (find === undefined) return new Set<string>();
    const part = findInGraph(drawn, find);
    return new Set([...part.nodes, ...part.edges]);
  }, [drawn, find]);
  const focusPath = useMemo(
    () => (path === undefined || only ? undefined : new Set([...path.nodes, ...path.edges])),
    [path, only],
  );
  return { graph: drawn, found, focusPath, hiddenCount: graph.nodes.length - drawn.nodes.length };
}

function outOfMesh(graph: Graph) {
  const nodes = new Set(graph.nodes.filter((node) => node.inMesh === false).map((node) => node.id));
  const touching = graph.edges.filter((edge) => nodes.has(edge.source) || nodes.has(edge.target));
  return { nodes, edges: new Set(touching.map((edge) => edge.id)) };
}
