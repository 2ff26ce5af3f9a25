'use client';

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { buildScene, emptySceneMemory } from '../canvas/build-scene.ts';
import { paint } from '../canvas/paint.ts';
import { usePalette } from '../canvas/use-palette.ts';
import { centredView } from '../canvas/view.ts';
import { PictureLinks } from './picture-links.tsx';
import type { Neighbourhood } from './place-neighbours.ts';

/** Round the drawing. */
const margin = 16;
const mostZoom = 1;
/** Until the element has been measured. */
const firstWidth = 338;

/** The target with its neighbours, in the shapes and colours of the graph; nodes lead to their pages. */
export function MinigraphPicture({ neighbourhood }: { neighbourhood: Neighbourhood }) {
  const { graph, positions } = neighbourhood;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [memory] = useState(emptySceneMemory);
  const [width, setWidth] = useState(firstWidth);
  const palette = usePalette(frame);
  const scene = useMemo(
    () =>
      buildScene({
        ...{ graph, positions, memory, boxBy: [], edgeLabels: ['rate'], badges: false, isLarge: false },
        ...{ selection: undefined, found: new Set(), focusPath: undefined, difference: undefined },
        mismatches: new Map(),
        arrangement: { positions, routes: new Map() },
      }),
    [graph, positions, memory],
  );
  const { bounds } = scene;
  const zoom = Math.min(mostZoom, (width - 2 * margin) / bounds.width);
  const height = Math.ceil(bounds.height * zoom + 2 * margin);
  const view = useMemo(
    () =>
      centredView({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, zoom, {
        width,
        height,
      }),
    [bounds, zoom, width, height],
  );

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(200, element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || palette === undefined) return;
    const pixelRatio = window.devicePixelRatio;
    context.canvas.width = Math.round(width * pixelRatio);
    context.canvas.height = Math.round(height * pixelRatio);
    paint(context, { scene, palette, view, screen: { width, height }, pixelRatio });
  }, [scene, palette, view, width, height]);

  return (
    <div ref={frame} className="relative overflow-hidden border-t bg-canvas" style={{ height }}>
      <canvas ref={canvas} aria-hidden className="absolute inset-0" style={{ width, height }} />
      <PictureLinks nodes={graph.nodes} positions={positions} view={view} />
    </div>
  );
}
