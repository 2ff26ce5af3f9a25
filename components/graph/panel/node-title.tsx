import type { GraphNode } from '#lib/contract/graph.ts';

/** A node's name, with its version in the technical type. */
export function NodeTitle({ node }: { node: GraphNode }) {
  const hasVersion = node.app !== undefined && node.version !== undefined && node.version !== 'unknown';
  if (!hasVersion) return <span>{node.name}</span>;
  return (
    <span>
      {node.app} <span className="font-mono text-[0.87em] font-medium">{node.version}</span>
    </span>
  );
}
