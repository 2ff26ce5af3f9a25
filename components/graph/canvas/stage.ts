import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape';
import type { Point } from '../visible-graph.ts';
import { nodeSize } from './drawing-sizes.ts';
import type { View } from './view.ts';

export type StageEvents = {
  /** A click or tap; `nodeId` is undefined beside nodes. */
  onTap: (at: Point, nodeId: string | undefined) => void;
  onDoubleTap: (at: Point, nodeId: string | undefined) => void;
  onContextMenu: (at: Point, nodeId: string | undefined, onWindow: Point) => void;
  onDrag: (nodeId: string, to: Point) => void;
  onDrop: (nodeId: string, at: Point) => void;
  /** The view moved or the drawing is due for another reason. */
  onRender: () => void;
  /** The view has been still for a moment after it had moved. */
  onRest: () => void;
  /** Someone moved the view by hand. */
  onUserMove: () => void;
};

export type Stage = {
  setNodes: (positions: ReadonlyMap<string, Point>) => void;
  view: () => View;
  setView: (view: View) => void;
  zoomBy: (factor: number) => void;
  resize: () => void;
  destroy: () => void;
};

/** A second click further away is a click of its own, in pixels of the screen. */
const sameSpot = 8;
const restMs = 150;

export const zoomLimits = { least: 0.04, most: 4 } as const;
const nodeReach = nodeSize + 6;

/**
 * Pan, zoom, pinch, dragging and finding the node under a pointer, by cytoscape. Its own drawing stays invisible: lines,
 * labels and marks are drawn by us, so that screen and export are the same and thousands of lines stay fast.
 */
export function createStage(container: HTMLElement, events: StageEvents): Stage {
  const cy = cytoscape({
    container,
    style: [{ selector: 'node', style: { width: nodeReach, height: nodeReach, opacity: 0 } }],
    minZoom: zoomLimits.least,
    maxZoom: zoomLimits.most,
    boxSelectionEnabled: false,
    autounselectify: true,
    pixelRatio: 1,
  });
  listen(cy, events);
  return {
    setNodes: (positions) => setNodes(cy, positions),
    view: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    setView: ({ zoom, pan }) => cy.viewport({ zoom, pan }),
    zoomBy: (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    resize: () => cy.resize(),
    destroy: () => cy.destroy(),
  };
}

function setNodes(cy: Core, positions: ReadonlyMap<string, Point>): void {
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const position = positions.get(node.id());
      if (position === undefined) node.remove();
      else if (node.position('x') !== position.x || node.position('y') !== position.y)
        node.position({ ...position });
    });
    const added = [...positions].filter(([id]) => cy.getElementById(id).empty());
    cy.add(added.map(([id, position]) => ({ group: 'nodes', data: { id }, position: { ...position } })));
  });
}

function listen(cy: Core, events: StageEvents): void {
  const nodeOf = (event: EventObject) => (event.target === cy ? undefined : String(event.target.id()));
  const taps: Tap[] = [];
  cy.on('tap', (event) => {
    taps.unshift({ at: { ...event.renderedPosition }, nodeId: nodeOf(event) });
    taps.length = Math.min(taps.length, 2);
    events.onTap(event.position, nodeOf(event));
  });
  // Cytoscape looks at the clock alone: two quick clicks at different places are no double click.
  cy.on('dbltap', (event) => {
    const [second, first] = taps;
    if (first !== undefined && second !== undefined && isSamePlace(first, second))
      events.onDoubleTap(event.position, nodeOf(event));
  });
  cy.on('cxttap taphold', (event) =>
    events.onContextMenu(event.position, nodeOf(event), pointerOf(event.originalEvent, cy)),
  );
  cy.on('drag', 'node', ({ target }: { target: NodeSingular }) =>
    events.onDrag(target.id(), { ...target.position() }),
  );
  cy.on('dragfree', 'node', ({ target }: { target: NodeSingular }) =>
    events.onDrop(target.id(), { ...target.position() }),
  );
  cy.on('render', events.onRender);
  let resting: ReturnType<typeof setTimeout> | undefined;
  cy.on('viewport', () => {
    clearTimeout(resting);
    resting = setTimeout(events.onRest, restMs);
  });
  cy.on('destroy', () => clearTimeout(resting));
  cy.on('scrollzoom dragpan pinchzoom', events.onUserMove);
}

type Tap = { at: Point; nodeId: string | undefined };

function isSamePlace(first: Tap, second: Tap): boolean {
  if (first.nodeId !== undefined || second.nodeId !== undefined) return first.nodeId === second.nodeId;
  return Math.hypot(first.at.x - second.at.x, first.at.y - second.at.y) <= sameSpot;
}

function pointerOf(event: Event | undefined, cy: Core): Point {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  const touch =
    typeof TouchEvent !== 'undefined' && event instanceof TouchEvent ? event.touches[0] : undefined;
  if (touch !== undefined) return { x: touch.clientX, y: touch.clientY };
  const corner = cy.container()?.getBoundingClientRect();
  return { x: corner?.left ?? 0, y: corner?.top ?? 0 };
}
