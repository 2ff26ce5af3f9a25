import type { GraphNode } from '#lib/contract/graph.ts';
import { versionOf } from '#lib/graph/node-name.ts';

/** A node's name, with its version in the technical type. */
export function NodeTitle({ node }: { node: GraphNode }) {
  const version = versionOf(node);
  if (version === undefined) return <span>{node.name}</span>;
  return (
    <span>
      {node.app} <span className="font-mono text-[0.87em] font-medium">{version}</span>
    </span>
  );
}
