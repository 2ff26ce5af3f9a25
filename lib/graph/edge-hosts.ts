import type { GraphEdge } from '#lib/contract/graph.ts';

/** The hosts that the callers of an edge asked for, each once, as its answers or its TCP connections name them. */
export function hostsOfEdge({ responses = [], connections = [] }: GraphEdge): string[] {
  return [...new Set([...responses, ...connections].map(({ host }) => host))].filter((host) => host !== '');
}
