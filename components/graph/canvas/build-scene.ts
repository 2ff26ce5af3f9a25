import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { healthStatuses } from '#lib/contract/health.ts';
import type { GraphCanvasProps } from '../graph-canvas-props.ts';
import type { Arrangement } from '../layout/arrangement.ts';
import { splitWords } from '../split-words.ts';
import type { Point } from '../visible-graph.ts';
import { boxTitle } from './box-title.ts';
import { edgeFont, edgeLabelHeight, edgeLabelStep, lockWidth } from './drawing-sizes.ts';
import { labelParts, lockOf, lookOf, partSeparator, shortLabelParts, statusColours } from './edge-look.ts';
import { badgesRectangle, markRectangle, textRectangle } from './node-extent.ts';
import { faceOf, type NodeFace } from './node-face.ts';
import { placeLabels } from './place-labels.ts';
import { lengthOf, pointAlong } from './polyline.ts';
import { grow, type Rectangle, rectangleAround } from './rectangle.ts';
import type { Emphasis, Scene, SceneEdge, SceneLabel, SceneNode } from './scene.ts';
import { type Geometry, type GeometryMemory, geometryOf } from './scene-geometry.ts';
import { textWidth } from './text-width.ts';

export type SceneOptions = Pick<
  GraphCanvasProps,
  | 'graph'
  | 'boxBy'
  | 'edgeLabels'
  | 'badges'
  | 'selection'
  | 'found'
  | 'focusPath'
  | 'difference'
  | 'mismatches'
> & {
  arrangement: Arrangement;
  /** Positions in force: the arrangement's, or where nodes were dragged. */
  positions: ReadonlyMap<string, Point>;
  /** What the scene before left for this one, which leaves the same for the next. */
  memory: SceneMemory;
  /** Many edges: straight lines, labels only where they are looked at. */
  isLarge: boolean;
};

export type SceneMemory = GeometryMemory & {
  /** Places of labels, as shares of their lines. */
  labelShares: Map<string, number>;
};

export function emptySceneMemory(): SceneMemory {
  return { labelShares: new Map() };
}

/** Everything that is to be drawn and where, from data and positions alone. */
export function buildScene(options: SceneOptions): Scene {
  const { graph } = options;
  const faces = new Map(graph.nodes.map((node) => [node.id, faceOf(node)]));
  const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
  const geometry = geometryOf({ ...options, faces }, options.memory);
  const { boxes, routes, bounds } = geometry;
  const nodes = graph.nodes.flatMap((node) => sceneNode(node, faces, options) ?? []);
  const drawn = graph.edges.filter(({ id }) => routes.has(id)).sort(byTrouble);
  const labels = options.isLarge
    ? new Map<string, () => SceneLabel | undefined>()
    : placedLabels({ drawn, geometry, nodes, nodeById, options });
  const edges = drawn.map((edge): SceneEdge => {
    const points = routes.get(edge.id) ?? [];
    const isMismatch = options.mismatches.has(edge.id);
    return {
      id: edge.id,
      protocol: edge.protocol,
      points,
      ...lookOf(edge, nodeById.get(edge.target), isMismatch),
      isBackground: options.isLarge && edge.health.status === 'healthy' && !isMismatch,
      ...emphasisOf(edge.id, 'edge', options),
      label:
        labels.get(edge.id) ?? (() => midLabel(edge, { source: nodeById.get(edge.source), options, points })),
    };
  });
  return {
    boxes: boxes.map(({ id, rectangle }) => sceneBox(id, rectangle, options)),
    edges,
    nodes,
    bounds,
  };
}

/** What is wrong is drawn last, on top of the rest. */
function byTrouble(a: GraphEdge, b: GraphEdge): number {
  return healthStatuses.indexOf(b.health.status) - healthStatuses.indexOf(a.health.status);
}

function sceneNode(
  node: GraphNode,
  faces: ReadonlyMap<string, NodeFace>,
  options: SceneOptions,
): SceneNode | undefined {
  const center = options.positions.get(node.id);
  const face = faces.get(node.id);
  if (center === undefined || face === undefined) return undefined;
  const { status } = node.health;
  return {
    id: node.id,
    center,
    face,
    fault: status === 'degraded' || status === 'failing' ? status : undefined,
    isIdle: node.isIdle === true || status === 'idle',
    badges: options.badges ? node.badges.map(({ id }) => id) : [],
    ...emphasisOf(node.id, 'node', options),
  };
}

function emphasisOf(id: string, kind: 'node' | 'edge', options: SceneOptions): Emphasis {
  const { selection, found, focusPath, difference } = options;
  return {
    isSelected: selection?.kind === kind && selection.id === id,
    isFound: found.has(id),
    isFaded: focusPath !== undefined && !focusPath.has(id),
    difference: difference?.get(id),
  };
}

function sceneBox(id: string, rectangle: Rectangle, { graph, boxBy, selection, focusPath }: SceneOptions) {
  const box = graph.boxes.find((candidate) => candidate.id === id);
  return {
    id,
    rectangle,
    title: box === undefined ? id : boxTitle(box, { graph, boxBy }),
    note: box?.mtls,
    isSelected: selection?.kind === 'box' && selection.id === id,
    isFaded: focusPath !== undefined,
  };
}

type LabelInput = {
  drawn: readonly GraphEdge[];
  geometry: Geometry;
  nodes: readonly SceneNode[];
  nodeById: ReadonlyMap<string, GraphNode>;
  options: SceneOptions;
};

function placedLabels({ drawn, geometry, nodes, nodeById, options }: LabelInput) {
  const { labelShares } = options.memory;
  const words = drawn.flatMap(
    (edge) =>
      wordsOf(edge, {
        source: nodeById.get(edge.source),
        options,
        points: geometry.routes.get(edge.id) ?? [],
      }) ?? [],
  );
  const questions = words.map(({ id, size }) => ({ id, points: geometry.routes.get(id) ?? [], ...size }));
  const taken = [
    ...nodes.flatMap(({ face, center, badges }) => [
      grow(markRectangle(face, center), 2),
      textRectangle(face, center),
      badgesRectangle(badges.length, center),
    ]),
    ...geometry.titles,
  ];
  const places = placeLabels(questions, taken, labelShares);
  labelShares.clear();
  for (const [id, { share }] of places) labelShares.set(id, share);
  return new Map(
    words.map(({ id, size: _, ...label }) => {
      const rectangle = places.get(id)?.rectangle;
      return [id, () => (rectangle === undefined ? undefined : { ...label, rectangle })];
    }),
  );
}

type WordsQuestion = { source: GraphNode | undefined; options: SceneOptions; points: readonly Point[] };

function midLabel(edge: GraphEdge, question: WordsQuestion): SceneLabel | undefined {
  const words = wordsOf(edge, question);
  if (words === undefined) return undefined;
  const { id: _, size, ...label } = words;
  return { ...label, rectangle: rectangleAround(pointAlong(question.points, 0.5), size.width, size.height) };
}

/** What must be seen of a line beside its label. */
const leastLine = 6;

function wordsOf(edge: GraphEdge, { source, options, points }: WordsQuestion) {
  const { edgeLabels } = options;
  const isMismatch = options.mismatches.has(edge.id);
  const parts = labelParts(edge, edgeLabels);
  const lock = edgeLabels.includes('mtls') ? lockOf(edge, source) : undefined;
  if (parts.length === 0 && lock === undefined && !isMismatch) return undefined;
  const iconWidth = lock === undefined && !isMismatch ? 0 : lockWidth;
  const widthOf = (lines: readonly string[]) =>
    7 + Math.max(...lines.map((line) => textWidth(line, edgeFont))) + iconWidth;
  const inOne = [parts.join(partSeparator)];
  const fits = (candidate: readonly string[]) => widthOf(candidate) + leastLine <= lengthOf(points);
  const short = shortLabelParts(edge, edgeLabels) ?? parts;
  const isOpen = options.selection?.kind === 'edge' && options.selection.id === edge.id;
  // Two shares stand one above the other: side by side they are longer than most lines.
  const ways = short === parts ? [inOne, parts] : [parts];
  const shown = ways.find(fits) ?? (isOpen ? parts : short);
  const lines = [...shown, ...(isMismatch ? [splitWords.mismatch] : [])];
  const size = { width: widthOf(lines), height: edgeLabelHeight + (lines.length - 1) * edgeLabelStep };
  const { status } = edge.health;
  const colour = isMismatch && status !== 'failing' ? 'warn' : statusColours[status].label;
  return { id: edge.id, lines, lock, isMismatch, size, colour } satisfies SceneWords;
}

type SceneWords = Omit<SceneLabel, 'rectangle'> & { id: string; size: { width: number; height: number } };
