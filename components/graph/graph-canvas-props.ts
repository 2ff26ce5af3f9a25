import type { Ref } from 'react';
import type { EdgeLabelId } from './edge-labels.ts';
import type { LayoutId } from './layouts.ts';
import type { Selection } from './selection.ts';
import type { Point, VisibleGraph } from './visible-graph.ts';

export type DifferenceMark = 'added' | 'removed' | 'changed';

export type BoxBy = 'cluster' | 'namespace' | 'app';

export type GraphCanvasHandle = {
  fit: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  /** A PNG of what is on screen, or of the whole graph. */
  exportPng: (part: 'view' | 'whole') => Promise<Blob>;
  /** A self-contained SVG file of the whole graph. */
  exportSvg: () => string;
  positions: () => Record<string, Point>;
  centerOn: (id: string) => void;
};

export type GraphCanvasProps = {
  graph: VisibleGraph;
  layout: LayoutId;
  boxBy: readonly BoxBy[];
  edgeLabels: readonly EdgeLabelId[];
  badges: boolean;
  selection: Selection | undefined;
  /** Ids of nodes and edges that the find field matches. */
  found: ReadonlySet<string>;
  /** Ids of the nodes and edges in focus; the rest is faded. */
  focusPath: ReadonlySet<string> | undefined;
  /** Callers that do not split as configured, by the edges that show it. */
  mismatches: ReadonlyMap<string, readonly string[]>;
  pins: Readonly<Record<string, Point>>;
  difference: ReadonlyMap<string, DifferenceMark> | undefined;
  onSelect: (selection: Selection | undefined) => void;
  /** A double click, or Enter on what is selected. */
  onActivate: (selection: Selection) => void;
  /** `x` and `y` are of the window. */
  onContextMenu: (target: Selection & Point) => void;
  /** A node was dragged to a place of its own. */
  onPin: (id: string, position: Point) => void;
  ref?: Ref<GraphCanvasHandle>;
};
