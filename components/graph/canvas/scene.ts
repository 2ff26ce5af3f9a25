import type { Badge, EdgeProtocol } from '#lib/contract/graph.ts';
import type { DifferenceMark } from '../graph-canvas-props.ts';
import type { Point } from '../visible-graph.ts';
import type { MarkIconId } from './mark-icons.ts';
import type { NodeFace } from './node-face.ts';
import type { ColourToken } from './palette.ts';
import type { Rectangle } from './rectangle.ts';

/** How far a thing stands out: what is in focus, what the find field matches, what is selected. */
export type Emphasis = {
  isSelected: boolean;
  isFound: boolean;
  isFaded: boolean;
  difference: DifferenceMark | undefined;
};

export type SceneNode = Emphasis & {
  id: string;
  center: Point;
  face: NodeFace;
  /** Set for nodes that are degraded or failing. */
  fault: 'degraded' | 'failing' | undefined;
  isIdle: boolean;
  badges: readonly Badge['id'][];
};

export type LineDash = 'solid' | 'dotted' | 'dashed';

export type SceneLabel = {
  rectangle: Rectangle;
  /** One, or more where the line is too short for all of it side by side. */
  lines: readonly string[];
  lock: MarkIconId | undefined;
  /** The last line says that the split is not as configured, and has an icon before it. */
  isMismatch: boolean;
  colour: ColourToken;
};

export type SceneEdge = Emphasis & {
  id: string;
  protocol: EdgeProtocol;
  /** A line from rim to rim, its bends already rounded. */
  points: readonly Point[];
  width: number;
  colour: ColourToken;
  dash: LineDash;
  /** Drawn faintly, so that what is wrong stands out among thousands of lines. */
  isBackground: boolean;
  /** Worked out when it is first asked for: in large graphs few labels are ever drawn. */
  label: () => SceneLabel | undefined;
};

export type SceneBox = {
  id: string;
  rectangle: Rectangle;
  title: string;
  note: string | undefined;
  isSelected: boolean;
  isFaded: boolean;
};

/** All that is drawn, in the drawing's own coordinates, outer boxes first. */
export type Scene = {
  boxes: readonly SceneBox[];
  edges: readonly SceneEdge[];
  nodes: readonly SceneNode[];
  bounds: Rectangle;
};
