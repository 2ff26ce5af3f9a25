'use client';

import { useMemo } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { Graph, GraphNode } from '#lib/contract/graph.ts';
import type { Selection } from '../selection.ts';
import type { EdgeVerdict } from '../split-verdicts.ts';
import { tableWords } from '../words.ts';
import { type EdgeRow, edgeColumns } from './edge-columns.tsx';
import { foundColumn } from './found-column.tsx';
import { nodeColumns } from './node-columns.tsx';

export const tableTabs = ['edges', 'nodes'] as const;
export type TableTab = (typeof tableTabs)[number];

type GraphTableProps = {
  graph: Graph;
  /** Ids of nodes and edges that the find field matches. */
  found: ReadonlySet<string>;
  /** What is judged of splits, by edge. */
  verdicts: ReadonlyMap<string, readonly EdgeVerdict[]>;
  selection: Selection | undefined;
  onSelect: (selection: Selection) => void;
  tab: TableTab;
  onTab: (tab: TableTab) => void;
};

/** The same graph as two tables, for keyboards, screen readers and dense meshes. */
export function GraphTable(props: GraphTableProps) {
  const { graph, found, verdicts, selection, onSelect, tab, onTab } = props;
  const rows = useMemo(() => edgeRows(graph, verdicts), [graph, verdicts]);
  const ofEdges = useMemo(() => [...foundColumn<EdgeRow>(found, edgeRowId), ...edgeColumns], [found]);
  const ofNodes = useMemo(() => [...foundColumn<GraphNode>(found, nodeRowId), ...nodeColumns], [found]);
  return (
    <Tabs
      label={tableWords.label}
      current={tab}
      onChange={onTab}
      className="h-full"
      tabs={[
        {
          id: 'edges',
          title: tableWords.edges,
          count: rows.length,
          content: (
            <DataTable
              name="edges"
              rows={rows}
              columns={ofEdges}
              rowId={edgeRowId}
              initialSort={{ column: 'rate', isDescending: true }}
              selectedId={selection?.kind === 'edge' ? selection.id : undefined}
              onRowClick={({ edge }) => onSelect({ kind: 'edge', id: edge.id })}
            />
          ),
        },
        {
          id: 'nodes',
          title: tableWords.nodes,
          count: graph.nodes.length,
          content: (
            <DataTable
              name="nodes"
              rows={graph.nodes}
              columns={ofNodes}
              rowId={nodeRowId}
              initialSort={{ column: 'in', isDescending: true }}
              selectedId={selection?.kind === 'node' ? selection.id : undefined}
              onRowClick={(node) => onSelect({ kind: 'node', id: node.id })}
            />
          ),
        },
      ]}
    />
  );
}

function edgeRows(graph: Graph, verdicts: GraphTableProps['verdicts']): EdgeRow[] {
  const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.flatMap((edge) => {
    const source = nodeById.get(edge.source);
    const target = nodeById.get(edge.target);
    return source === undefined || target === undefined
      ? []
      : [{ edge, source, target, verdicts: verdicts.get(edge.id) ?? [] }];
  });
}

function edgeRowId({ edge }: EdgeRow): string {
  return edge.id;
}

function nodeRowId(node: GraphNode): string {
  return node.id;
}
