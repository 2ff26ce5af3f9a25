import type { KeyboardEvent, RefObject } from 'react';
import type { GraphCanvasProps } from '../graph-canvas-props.ts';
import type { Point } from '../visible-graph.ts';
import { contains } from './rectangle.ts';
import type { Stage } from './stage.ts';
import { type ArrowKey, arrowDirections, placeOf, stepSelection } from './step-selection.ts';
import { centredView, visiblePart } from './view.ts';

type Keys = Pick<GraphCanvasProps, 'graph' | 'selection' | 'onSelect' | 'onActivate' | 'onContextMenu'> & {
  positions: ReadonlyMap<string, Point>;
  stage: RefObject<Stage | null>;
  host: RefObject<HTMLElement | null>;
};

/** Arrow keys along the edges, Enter, and the menu key; zoom keys belong to the page. */
export function useCanvasKeys({ graph, selection, positions, stage, host, ...on }: Keys) {
  const screen = () => ({ width: host.current?.clientWidth ?? 1, height: host.current?.clientHeight ?? 1 });
  const reveal = (place: Point | undefined) => {
    const view = stage.current?.view();
    if (place === undefined || view === undefined || contains(visiblePart(view, screen()), place)) return;
    stage.current?.setView(centredView(place, view.zoom, screen()));
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrowKey(event.key)) {
      const next = stepSelection({ graph, positions, selection, key: event.key });
      event.preventDefault();
      if (next === undefined) return;
      on.onSelect(next);
      reveal(placeOf(next, graph, positions));
    } else if (event.key === 'Enter' && selection !== undefined) {
      event.preventDefault();
      on.onActivate(selection);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const place = placeOf(selection, graph, positions);
      const view = stage.current?.view();
      const corner = host.current?.getBoundingClientRect();
      if (selection === undefined || place === undefined || view === undefined || corner === undefined)
        return;
      const { zoom, pan } = view;
      on.onContextMenu({
        ...selection,
        x: corner.left + place.x * zoom + pan.x,
        y: corner.top + place.y * zoom + pan.y,
      });
    }
  };
}

function isArrowKey(key: string): key is ArrowKey {
  return Object.hasOwn(arrowDirections, key);
}
