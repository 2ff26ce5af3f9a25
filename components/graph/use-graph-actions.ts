'use client';

import { useMemo } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import { nodeKindWords } from '#lib/find/node-operands.ts';
import { quoteFindText } from '#lib/find/print-find.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import type { GraphActions } from './graph-actions.ts';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import { printSelection, type Selection, selectedPart } from './selection.ts';

type Page = { graph: Graph | undefined; state: GraphState; change: ChangeGraphState };

/** The page's actions on its state; each is one step for the browser's back button. */
export function useGraphActions({ graph, state, change }: Page): GraphActions {
  return useMemo(
    () => ({
      select: (selection) =>
        change({ selected: printSelection(selection), ...(selection && { panel: true }) }),
      focus: (nodeId, direction) => change({ focus: nodeId, way: direction }),
      endFocus: () => change({ focus: '', only: false }),
      hide: (selection) => {
        const condition = graph && exactCondition(graph, selection);
        if (condition === undefined) return;
        const hide = state.hide.trim() === '' ? condition : `${state.hide} OR ${condition}`;
        change({ hide, selected: '' });
      },
      findSimilar: (selection) => {
        const condition = graph && similarCondition(graph, selection);
        if (condition !== undefined) change({ find: condition });
      },
      findNeighbours: (nodeId) => {
        const node = graph?.nodes.find(({ id }) => id === nodeId);
        if (node === undefined) return;
        const name = quoteFindText(node.name);
        change({ find: `source = ${name} OR target = ${name}` });
      },
      copyName: (selection) => {
        const text = graph && nameOf(graph, selection);
        // Without TLS there is no clipboard; the name then stays selectable in the panel.
        if (text !== undefined) void navigator.clipboard?.writeText(text);
      },
      openInTable: (selection) =>
        change({
          view: 'table',
          tab: selection.kind === 'edge' ? 'edges' : 'nodes',
          selected: printSelection(selection),
        }),
    }),
    [graph, state.hide, change],
  );
}

/** The find expression that is true of the selected thing, as exactly as names can say it. */
function exactCondition(graph: Graph, selection: Selection): string | undefined {
  const part = selectedPart(graph, selection);
  if (part?.kind === 'edge') {
    const { source, target, edge } = part;
    return `(source = ${quoteFindText(source.name)} AND target = ${quoteFindText(target.name)} AND protocol = ${edge.protocol})`;
  }
  if (part?.kind === 'box') return boxCondition(part.box);
  if (part === undefined) return undefined;
  const { node } = part;
  const conditions = [`name = ${quoteFindText(node.name)}`, `node = ${nodeKindWords[node.kind]}`];
  if (node.namespace !== undefined) conditions.push(`namespace = ${quoteFindText(node.namespace)}`);
  if (node.version !== undefined) conditions.push(`version = ${quoteFindText(node.version)}`);
  return `(${conditions.join(' AND ')})`;
}

function similarCondition(graph: Graph, selection: Selection): string | undefined {
  const part = selectedPart(graph, selection);
  if (part?.kind === 'edge')
    return `protocol = ${part.edge.protocol} AND health = ${part.edge.health.status}`;
  if (part?.kind === 'box') return boxCondition(part.box);
  if (part === undefined) return undefined;
  const { node } = part;
  return node.app === undefined ? `node = ${nodeKindWords[node.kind]}` : `app = ${quoteFindText(node.app)}`;
}

function boxCondition(box: Graph['boxes'][number]): string {
  return `${box.kind} = ${quoteFindText(box.name)}`;
}

function nameOf(graph: Graph, selection: Selection): string | undefined {
  const part = selectedPart(graph, selection);
  if (part?.kind === 'node') return nodeName(part.node);
  if (part?.kind === 'edge') return `${nodeName(part.source)} → ${nodeName(part.target)}`;
  return part?.box.name;
}
