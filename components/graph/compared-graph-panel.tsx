'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import type { DifferenceMark } from './graph-canvas-props.ts';
import type { Selection } from './selection.ts';

// The drawing's libraries are large and need a browser.
const GraphCanvas = dynamic(() => import('./graph-canvas.tsx').then((module) => module.GraphCanvas), {
  ssr: false,
});

type ComparedPart = { subject: 'node' | 'edge'; id: string };

type ComparedGraphPanelProps = {
  /** The union of both graphs. */
  graph: Graph;
  /** What came, went or changed, by id. */
  marks: ReadonlyMap<string, DifferenceMark>;
  selected: ComparedPart | undefined;
  onSelect: (part: ComparedPart | undefined) => void;
};

const none: ReadonlySet<string> = new Set();
const noMismatches: ReadonlyMap<string, readonly string[]> = new Map();
const noPins = {};
const boxBy = ['namespace'] as const;
const edgeLabels = ['rate', 'errors'] as const;
const nothing = () => undefined;

/** Two graphs drawn as one, with a mark at everything that differs; the rest is faded. */
export function ComparedGraphPanel({ graph, marks, selected, onSelect }: ComparedGraphPanelProps) {
  const marked = useMemo(() => markedPart(graph, marks), [graph, marks]);
  const handleSelect = (part: Selection | undefined) =>
    onSelect(part === undefined || part.kind === 'box' ? undefined : { subject: part.kind, id: part.id });
  return (
    <GraphCanvas
      graph={graph}
      layout="layered"
      boxBy={boxBy}
      edgeLabels={edgeLabels}
      badges={false}
      selection={selected === undefined ? undefined : { kind: selected.subject, id: selected.id }}
      found={none}
      focusPath={marked}
      mismatches={noMismatches}
      pins={noPins}
      difference={marks}
      onSelect={handleSelect}
      onActivate={handleSelect}
      onContextMenu={nothing}
      onPin={nothing}
    />
  );
}

/** What differs and the ends of it; undefined where nothing does, and nothing needs to be faded. */
function markedPart(
  { edges }: Graph,
  marks: ReadonlyMap<string, DifferenceMark>,
): ReadonlySet<string> | undefined {
  if (marks.size === 0) return undefined;
  const ends = edges.flatMap(({ id, source, target }) => (marks.has(id) ? [source, target] : []));
  return new Set([...marks.keys(), ...ends]);
}
