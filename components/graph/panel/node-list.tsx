import { useState } from 'react';
import { hasSeveralClusters } from '#components/ui/data-table/cluster-column.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import type { GraphActions } from '../graph-actions.ts';
import { nodeKindTitles } from '../node-words.ts';
import { StatusIcon } from './neighbours-section.tsx';
import { NodeTitle } from './node-title.tsx';
import { panelWords } from './panel-words.ts';

/** Nobody reads on beyond these, and thousands of rows would have to be laid out at every refresh. */
const rowsAtFirst = 50;

/** Nodes as rows that select; the state leads. */
export function NodeList({ nodes, actions }: { nodes: readonly GraphNode[]; actions: GraphActions }) {
  const [showsAll, setShowsAll] = useState(false);
  const isClusterSaid = hasSeveralClusters(nodes);
  const shown = showsAll ? nodes : nodes.slice(0, rowsAtFirst);
  return (
    <ul>
      {shown.map((node) => (
        <li key={node.id}>
          <button
            type="button"
            onClick={() => actions.select({ kind: 'node', id: node.id })}
            className="flex h-7 w-full items-center gap-2 px-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
          >
            <StatusIcon status={node.health.status} />
            <span className="truncate">
              <NodeTitle node={node} />
            </span>
            <span className="flex-1 truncate text-xs text-ink-muted">
              {nodeKindTitles[node.kind]}
              {isClusterSaid && ` · ${node.cluster}`}
            </span>
            <span className="figure">{formatRateFigure(node.requestsInPerSecond)}</span>
          </button>
        </li>
      ))}
      {shown.length < nodes.length && (
        <li>
          <button
            type="button"
            onClick={() => setShowsAll(true)}
            className="h-7 w-full px-4 text-left text-accent hover:bg-hover focus-visible:-outline-offset-2"
          >
            {panelWords.showAll(nodes.length)}
          </button>
        </li>
      )}
    </ul>
  );
}
