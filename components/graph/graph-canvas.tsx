'use client';

import { useImperativeHandle, useMemo, useRef, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { buildScene, emptySceneMemory } from './canvas/build-scene.ts';
import { canvasWords, hoverText, sayPart } from './canvas/canvas-words.ts';
import { whatIsAt } from './canvas/hit-test.ts';
import { HoverTip } from './canvas/hover-tip.tsx';
import { placeOf } from './canvas/step-selection.ts';
import { useCanvasKeys } from './canvas/use-canvas-keys.ts';
import { useHover } from './canvas/use-hover.ts';
import { useMovingPositions } from './canvas/use-moving-positions.ts';
import { usePalette } from './canvas/use-palette.ts';
import { useStage } from './canvas/use-stage.ts';
import { centredView, fittedView } from './canvas/view.ts';
import { ZoomControls } from './canvas/zoom-controls.tsx';
import { viewPng, wholePng } from './export/paint-png.ts';
import { writeSvg } from './export/write-svg.ts';
import type { GraphCanvasProps } from './graph-canvas-props.ts';
import { GraphLegend } from './graph-legend.tsx';
import { largeGraphNodes } from './layout/arrange-large.ts';
import { useArrangement } from './layout/use-arrangement.ts';
import type { Selection } from './selection.ts';
import type { Point } from './visible-graph.ts';

/**
 * From so many edges on, lines are straight and labels appear only where they are looked at: finding a free place for
 * every label takes a quarter of a second here, and grows with the square.
 */
const largeGraphEdges = 150;
const zoomStep = 1.25;
/** How near a pointer must come to a line, in pixels of the screen. */
const pointerReach = 6;

/** The drawing is walked through by arrow keys, so the keyboard must get into it. */
const keyboardWalk = { tabIndex: 0 };

/** The drawing of the mesh: looked at, moved about in, clicked and walked through by keys. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { graph, layout, boxBy, edgeLabels, badges, selection, found, focusPath, difference, pins } = props;
  const { mismatches } = props;
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [memory] = useState(emptySceneMemory);
  const [dragged, setDragged] = useState<{ id: string; to: Point }>();
  const palette = usePalette(frame);
  const { arrangement, version, failure } = useArrangement({ graph, layout, boxBy });

  const target = useMemo(() => withPins(arrangement.positions, pins), [arrangement, pins]);
  const moving = useMovingPositions(target);
  const positions = useMemo(
    () =>
      dragged === undefined ? moving.positions : withPins(moving.positions, { [dragged.id]: dragged.to }),
    [moving.positions, dragged],
  );
  const isLarge = graph.nodes.length >= largeGraphNodes || graph.edges.length >= largeGraphEdges;
  const isHasty = isLarge || moving.isMoving;
  const scene = useMemo(
    () =>
      buildScene({
        ...{ graph, boxBy, edgeLabels, badges, selection, found, focusPath, difference, mismatches },
        ...{ arrangement, positions, memory, isLarge: isHasty },
      }),
    [
      graph,
      boxBy,
      edgeLabels,
      badges,
      selection,
      found,
      focusPath,
      difference,
      mismatches,
      arrangement,
      positions,
      memory,
      isHasty,
    ],
  );

  const partAt = (at: Point, nodeId: string | undefined): Selection | undefined =>
    nodeId === undefined
      ? whatIsAt(scene, at, pointerReach / (stage.current?.view().zoom ?? 1))
      : { kind: 'node', id: nodeId };
  const stage = useStage({
    host,
    canvas,
    scene,
    palette,
    positions,
    version,
    isSettled: !moving.isMoving && moving.positions === target,
    anchor: placeOf(selection, graph, positions) ?? placeOf(busiest(props), graph, positions),
    pixelRatio: isLarge || typeof window === 'undefined' ? 1 : window.devicePixelRatio,
    events: {
      onTap: (at, nodeId) => props.onSelect(partAt(at, nodeId)),
      onDoubleTap: (at, nodeId) => {
        const part = partAt(at, nodeId);
        if (part !== undefined) props.onActivate(part);
      },
      onContextMenu: (at, nodeId, onWindow) => {
        const part = partAt(at, nodeId);
        if (part !== undefined) props.onContextMenu({ ...part, ...onWindow });
      },
      onDrag: (id, to) => setDragged({ id, to }),
      onDrop: (id, to) => {
        setDragged(undefined);
        if (arrangement.positions.get(id) !== to) props.onPin(id, to);
      },
    },
  });
  const hover = useHover({
    isBusy: () => dragged !== undefined,
    partAt: (at) => {
      const view = stage.current?.view();
      if (view === undefined) return undefined;
      const { zoom, pan } = view;
      return partAt({ x: (at.x - pan.x) / zoom, y: (at.y - pan.y) / zoom }, undefined);
    },
  });

  const screen = () => ({ width: host.current?.clientWidth ?? 1, height: host.current?.clientHeight ?? 1 });
  const handle = {
    fit: () => stage.current?.setView(fittedView(scene.bounds, screen())),
    zoomIn: () => stage.current?.zoomBy(zoomStep),
    zoomOut: () => stage.current?.zoomBy(1 / zoomStep),
    exportPng: (part: 'view' | 'whole') => {
      if (palette === undefined || stage.current === null)
        return Promise.reject(new Error(canvasWords.noPicture));
      const picture = { scene, palette, failure: canvasWords.noPicture };
      return part === 'whole' ? wholePng(picture) : viewPng(picture, stage.current.view(), screen());
    },
    exportSvg: () => {
      if (palette === undefined) throw new Error(canvasWords.noPicture);
      return writeSvg(scene, palette, canvasWords.exportTitle);
    },
    positions: () => Object.fromEntries(positions),
    centerOn: (id: string) => {
      const place = positions.get(id) ?? placeOf({ kind: 'edge', id }, graph, positions);
      const view = stage.current?.view();
      if (place !== undefined && view !== undefined)
        stage.current?.setView(centredView(place, Math.max(view.zoom, 0.7), screen()));
    },
  };
  useImperativeHandle(props.ref, () => handle);
  const handleKeyDown = useCanvasKeys({ ...props, positions, stage, host });

  return (
    <div ref={frame} className="absolute inset-0 flex flex-col bg-canvas">
      <div className="relative min-h-0 flex-1">
        <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
        <div
          role="application"
          {...keyboardWalk}
          aria-label={canvasWords.label(graph.nodes.length, graph.edges.length)}
          aria-description={canvasWords.instructions}
          data-arranged={version}
          className={classNames(
            'absolute inset-0 touch-none outline-offset-[-2px]',
            hover.part === undefined ? 'cursor-grab' : 'cursor-pointer',
          )}
          {...hover.handlers}
          onKeyDown={handleKeyDown}
          onContextMenu={(event) => event.preventDefault()}
        >
          {/* Cytoscape sets the position of its container, so that takes its size from the one round it. */}
          <div ref={host} className="size-full" />
        </div>
        {hover.part !== undefined && (
          <HoverTip at={hover.at} text={hoverText(hover.part, graph, mismatches)} />
        )}
        <p role="status" className="sr-only">
          {sayPart(selection, graph, mismatches)}
        </p>
        {version === 0 && (
          <p className="absolute inset-x-0 top-1/2 text-center text-ink-muted text-sm">
            {canvasWords.arranging}
          </p>
        )}
        {failure !== undefined && (
          <p
            role="alert"
            className="absolute top-3 left-4 rounded-md border border-border bg-surface px-2 py-1 text-sm text-warn"
          >
            {canvasWords.layoutFailed(failure)}
          </p>
        )}
        <ZoomControls onZoomIn={handle.zoomIn} onZoomOut={handle.zoomOut} onFit={handle.fit} />
      </div>
      <GraphLegend
        graph={graph}
        badges={badges}
        hasLocks={edgeLabels.includes('mtls')}
        hasMismatches={mismatches.size > 0}
      />
    </div>
  );
}

function withPins(
  positions: ReadonlyMap<string, Point>,
  pins: Readonly<Record<string, Point>>,
): ReadonlyMap<string, Point> {
  const pinned = Object.entries(pins).filter(([id]) => positions.has(id));
  return pinned.length === 0 ? positions : new Map([...positions, ...pinned]);
}

/** The node through which most requests go: a small screen begins there. */
function busiest({ graph }: GraphCanvasProps): Selection | undefined {
  const traffic = (node: (typeof graph.nodes)[number]) =>
    (node.requestsInPerSecond ?? 0) + (node.requestsOutPerSecond ?? 0);
  const [first] = [...graph.nodes].sort((a, b) => traffic(b) - traffic(a));
  return first === undefined ? undefined : { kind: 'node', id: first.id };
}
