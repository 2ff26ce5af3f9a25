'use client';

import { useMemo } from 'react';
import { type PaletteItem, usePaletteItems } from '#components/ui/scope/palette-items.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import type { GraphActions } from './graph-actions.ts';
import { nodeKindTitles } from './node-words.ts';
import { shortcutWords } from './words.ts';

const none: PaletteItem[] = [];

/** Every node of the graph in the palette; choosing one selects it. */
export function useGraphPalette(graph: Graph | undefined, actions: GraphActions): void {
  const items = useMemo(
    () =>
      graph?.nodes.map((node) => ({
        id: node.id,
        title: nodeName(node),
        hint: [nodeKindTitles[node.kind], node.namespace].filter((part) => part !== undefined).join(' in '),
        onSelect: () => actions.select({ kind: 'node', id: node.id }),
      })) ?? none,
    [graph, actions],
  );
  usePaletteItems(shortcutWords.palette, items);
}
