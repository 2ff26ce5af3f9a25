import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Point } from '../visible-graph.ts';
import { paint } from './paint.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { createStage, type Stage, type StageEvents } from './stage.ts';
import { firstView } from './view.ts';

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
  events: Omit<StageEvents, 'onRender' | 'onUserMove'>;
};

/** Keeps cytoscape's stage and the painted canvas in step with the scene, and the view on all of it until it is moved by hand. */
export function useStage(question: StageQuestion): RefObject<Stage | null> {
  const { host, canvas, scene, palette, positions, version } = question;
  const stage = useRef<Stage>(null);
  const isMoved = useRef(false);
  const shown = useRef(0);

  const draw = useEffectEvent(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || stage.current === null || palette === undefined || host.current === null) return;
    const screen = { width: host.current.clientWidth, height: host.current.clientHeight };
    paint(context, { scene, palette, screen, view: stage.current.view(), pixelRatio: question.pixelRatio });
  });
  const showAll = useEffectEvent(() => {
    if (host.current === null || positions.size === 0) return;
    const screen = { width: host.current.clientWidth, height: host.current.clientHeight };
    stage.current?.setView(firstView(scene.bounds, screen, question.anchor));
  });
  const fitCanvas = useEffectEvent(() => {
    if (canvas.current === null || host.current === null) return;
    canvas.current.width = Math.round(host.current.clientWidth * question.pixelRatio);
    canvas.current.height = Math.round(host.current.clientHeight * question.pixelRatio);
    stage.current?.resize();
    if (!isMoved.current) showAll();
    draw();
  });
  const tell = useEffectEvent(() => question.events);

  useEffect(() => {
    if (host.current === null) return;
    const made = createStage(host.current, {
      onTap: (...event) => tell().onTap(...event),
      onDoubleTap: (...event) => tell().onDoubleTap(...event),
      onContextMenu: (...event) => tell().onContextMenu(...event),
      onHover: (...event) => tell().onHover(...event),
      onDrag: (...event) => tell().onDrag(...event),
      onDrop: (...event) => tell().onDrop(...event),
      onRender: () => draw(),
      onUserMove: () => {
        isMoved.current = true;
      },
    });
    stage.current = made;
    const observer = new ResizeObserver(() => fitCanvas());
    observer.observe(host.current);
    return () => {
      observer.disconnect();
      stage.current = null;
      made.destroy();
    };
  }, [host]);

  useEffect(() => stage.current?.setNodes(positions), [positions]);
  useEffect(() => {
    if (!question.isSettled || shown.current === version) return;
    shown.current = version;
    isMoved.current = false;
    showAll();
  }, [version, question.isSettled]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new contents are the reason, not an input
  useEffect(() => {
    const frame = requestAnimationFrame(() => draw());
    return () => cancelAnimationFrame(frame);
  }, [scene, palette]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another resolution is the reason, not an input
  useEffect(() => fitCanvas(), [question.pixelRatio]);
  return stage;
}
