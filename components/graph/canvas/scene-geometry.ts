import type { BoxBy } from '../graph-canvas-props.ts';
import type { Arrangement } from '../layout/arrangement.ts';
import type { Point, VisibleGraph } from '../visible-graph.ts';
import { boxRectangles, boxTitleRectangle, type PlacedBox } from './box-rectangles.ts';
import { boxTitle } from './box-title.ts';
import { markRectangle, textRectangle } from './node-extent.ts';
import type { NodeFace } from './node-face.ts';
import { grow, type Rectangle, unionOf } from './rectangle.ts';
import { routeEdges } from './route-edges.ts';

export type GeometryQuestion = {
  graph: VisibleGraph;
  boxBy: readonly BoxBy[];
  faces: ReadonlyMap<string, NodeFace>;
  arrangement: Arrangement;
  positions: ReadonlyMap<string, Point>;
  isLarge: boolean;
};

/** Where frames and lines are. Rates, health and what is selected have no part in it. */
export type Geometry = {
  boxes: readonly PlacedBox[];
  /** Room of the boxes' names. */
  titles: readonly Rectangle[];
  routes: ReadonlyMap<string, readonly Point[]>;
  bounds: Rectangle;
};

/** The geometry worked out last, with what it was worked out from. */
export type GeometryMemory = {
  last?: Pick<GeometryQuestion, 'arrangement' | 'positions' | 'isLarge'> & {
    words: string;
    geometry: Geometry;
  };
};

/** The geometry of a drawing; the one before while a refresh only brought other numbers. */
export function geometryOf(question: GeometryQuestion, memory: GeometryMemory): Geometry {
  const { arrangement, positions, isLarge } = question;
  const words = wordsOf(question);
  const { last } = memory;
  if (
    last !== undefined &&
    last.arrangement === arrangement &&
    last.positions === positions &&
    last.isLarge === isLarge &&
    last.words === words
  )
    return last.geometry;
  const geometry = workedOut(question);
  memory.last = { arrangement, positions, isLarge, words, geometry };
  return geometry;
}

/** All that geometry takes from the graph itself. */
function wordsOf({ graph, boxBy, faces }: GeometryQuestion): string {
  const words: string[] = [...boxBy];
  for (const { id } of graph.nodes) {
    const face = faces.get(id);
    words.push(id, face?.shape ?? '', face?.title ?? '', face?.subtitle ?? '');
  }
  for (const { id } of graph.edges) words.push(id);
  for (const { id, name, mtls = '', parent = '', members } of graph.boxes)
    words.push(id, name, mtls, parent, ...members);
  return words.join('\n');
}

function workedOut(question: GeometryQuestion): Geometry {
  const boxes = boxRectangles(question);
  const titles = titleRectangles(boxes, question);
  const solid = [...boxes.map(({ rectangle }) => rectangle), ...nodeRectangles(question)];
  const routes = routeEdges({ ...question, titles, frame: unionOf(solid) });
  for (const points of routes.values())
    for (const { x, y } of points) solid.push({ x, y, width: 0, height: 0 });
  return { boxes, titles, routes, bounds: unionOf(solid) ?? { x: 0, y: 0, width: 1, height: 1 } };
}

function titleRectangles(boxes: readonly PlacedBox[], question: GeometryQuestion): Rectangle[] {
  const { graph } = question;
  const boxById = new Map(graph.boxes.map((box) => [box.id, box]));
  return boxes.map(({ id, rectangle }) => {
    const box = boxById.get(id);
    const title = box === undefined ? '' : boxTitle(box, question);
    return boxTitleRectangle(rectangle, `${title}  ${box?.mtls ?? ''}`);
  });
}

function nodeRectangles({ positions, faces }: GeometryQuestion): Rectangle[] {
  return [...faces].flatMap(([id, face]) => {
    const center = positions.get(id);
    return center === undefined ? [] : [grow(markRectangle(face, center), 8), textRectangle(face, center)];
  });
}
