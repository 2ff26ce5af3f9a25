import { Split } from 'lucide-react';
import type { Graph, GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import type { GraphActions } from '../graph-actions.ts';
import { splitWords } from '../split-words.ts';
import { PanelSection } from './panel-section.tsx';

type MismatchesSectionProps = {
  graph: Graph;
  /** Callers that do not split as configured, by the edges that show it. */
  mismatches: ReadonlyMap<string, readonly string[]>;
  actions: GraphActions;
};

/** Every edge whose split is not as configured, with who is behind it. */
export function MismatchesSection({ graph, mismatches, actions }: MismatchesSectionProps) {
  const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
  const name = (node: GraphNode | undefined) => (node === undefined ? '' : nodeName(node));
  return (
    <PanelSection isFlush title={splitWords.mismatches}>
      <ul>
        {graph.edges.flatMap(({ id, source, target }) => {
          const callers = mismatches.get(id);
          if (callers === undefined) return [];
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => actions.select({ kind: 'edge', id })}
                className="flex h-7 w-full min-w-0 items-center gap-2 px-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
              >
                <Split size={14} aria-hidden className="shrink-0 text-warn" />
                <span className="truncate">
                  {name(nodeById.get(source))} → {name(nodeById.get(target))}
                </span>
                <span className="min-w-0 flex-1 truncate text-right text-ink-muted">
                  {callers.join(', ')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
