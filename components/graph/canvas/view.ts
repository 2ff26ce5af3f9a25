import type { Point } from '../visible-graph.ts';
import type { Rectangle } from './rectangle.ts';

/** Which part of the drawing is on screen: screen = drawing * zoom + pan. */
export type View = { zoom: number; pan: Point };
export type Size = { width: number; height: number };

const margin = 14;
/** The strip below the drawing in which the zoom's buttons stand. */
const bottomStrip = 42;
const mostWhenFitted = 1.15;
/** Below this the words cannot be read, so a small screen begins with a part of the whole. */
const leastReadable = 0.5;
const zoomOfPart = 0.85;
/** On a wide screen the whole is shown first, however large it is. */
const smallScreenWidth = 720;

/** The view that shows all of the drawing. */
export function fittedView(bounds: Rectangle, screen: Size): View {
  const zoom = Math.min(
    mostWhenFitted,
    Math.max(1, screen.width - 2 * margin) / Math.max(1, bounds.width),
    Math.max(1, screen.height - margin - bottomStrip) / Math.max(1, bounds.height),
  );
  const room = { width: screen.width, height: screen.height + margin - bottomStrip };
  return centredView({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, zoom, room);
}

/** The view that has a place in its middle. */
export function centredView(place: Point, zoom: number, { width, height }: Size): View {
  return { zoom, pan: { x: width / 2 - place.x * zoom, y: height / 2 - place.y * zoom } };
}

/** Where to begin: with everything, or on a small screen with the part that matters. */
export function firstView(bounds: Rectangle, screen: Size, anchor: Point | undefined): View {
  const whole = fittedView(bounds, screen);
  const isReadable = whole.zoom >= leastReadable || screen.width >= smallScreenWidth;
  return isReadable || anchor === undefined ? whole : centredView(anchor, zoomOfPart, screen);
}

/** The part of the drawing that a view shows. */
export function visiblePart({ zoom, pan }: View, { width, height }: Size): Rectangle {
  return { x: -pan.x / zoom, y: -pan.y / zoom, width: width / zoom, height: height / zoom };
}
