import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Point } from '../visible-graph.ts';
import { graspableNodes } from './graspable-nodes.ts';
import { paint } from './paint.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { createStage, type Stage, type StageEvents } from './stage.ts';
import { firstView, type Size } from './view.ts';

type StageQuestion = {
  host: RefObject<HTMLElement | null>;
  canvas: RefObject<HTMLCanvasElement | null>;
  scene: Scene;
  palette: Palette | undefined;
  positions: ReadonlyMap<string, Point>;
  /** A new one asks for a view of the whole. */
  version: number;
  /** The positions are those of this version, and nothing is on its way any more. */
  isSettled: boolean;
  /** What to show first where the whole is too small. */
  anchor: Point | undefined;
  pixelRatio: number;
  events: Omit<StageEvents, 'onRender' | 'onUserMove' | 'onRest'>;
};

/** Keeps cytoscape's stage and the painted canvas in step with the scene, and the view on all of it until it is moved by hand. */
export function useStage(question: StageQuestion): RefObject<Stage | null> {
  const { host, canvas, scene, palette, positions, version } = question;
  const stage = useRef<Stage>(null);
  const isMoved = useRef(false);
  const shown = useRef(0);
  /** Asking the page itself would make it lay out all that a refresh has changed before each drawing. */
  const screen = useRef<Size>({ width: 0, height: 0 });

  const draw = useEffectEvent((drawn: Scene, colours: Palette | undefined) => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || stage.current === null || colours === undefined) return;
    const { pixelRatio } = question;
    const view = stage.current.view();
    paint(context, { scene: drawn, palette: colours, screen: screen.current, view, pixelRatio });
  });
  const giveNodes = useEffectEvent((places: ReadonlyMap<string, Point>) => {
    const view = stage.current?.view();
    if (view !== undefined) stage.current?.setNodes(graspableNodes(places, view, screen.current));
  });
  const rested = useEffectEvent(() => giveNodes(positions));
  const showAll = useEffectEvent(() => {
    if (positions.size === 0) return;
    stage.current?.setView(firstView(scene.bounds, screen.current, question.anchor));
  });
  const fitCanvas = useEffectEvent((pixelRatio: number) => {
    if (canvas.current === null || host.current === null) return;
    screen.current = { width: host.current.clientWidth, height: host.current.clientHeight };
    const { width, height } = screen.current;
    canvas.current.width = Math.round(width * pixelRatio);
    canvas.current.height = Math.round(height * pixelRatio);
    stage.current?.resize();
    if (!isMoved.current) showAll();
    draw(scene, palette);
  });
  const resized = useEffectEvent(() => fitCanvas(question.pixelRatio));
  const rendered = useEffectEvent(() => draw(scene, palette));
  const tell = useEffectEvent(() => question.events);

  useEffect(() => {
    if (host.current === null) return;
    const made = createStage(host.current, {
      onTap: (...event) => tell().onTap(...event),
      onDoubleTap: (...event) => tell().onDoubleTap(...event),
      onContextMenu: (...event) => tell().onContextMenu(...event),
      onDrag: (...event) => tell().onDrag(...event),
      onDrop: (...event) => tell().onDrop(...event),
      onRender: () => rendered(),
      onRest: () => rested(),
      onUserMove: () => {
        isMoved.current = true;
      },
    });
    stage.current = made;
    const observer = new ResizeObserver(() => resized());
    observer.observe(host.current);
    return () => {
      observer.disconnect();
      stage.current = null;
      made.destroy();
    };
  }, [host]);

  useEffect(() => giveNodes(positions), [positions]);
  useEffect(() => {
    if (!question.isSettled || shown.current === version) return;
    shown.current = version;
    isMoved.current = false;
    showAll();
  }, [version, question.isSettled]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => draw(scene, palette));
    return () => cancelAnimationFrame(frame);
  }, [scene, palette]);
  useEffect(() => fitCanvas(question.pixelRatio), [question.pixelRatio]);
  return stage;
}
