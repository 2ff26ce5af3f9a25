'use client';

import type { GraphCanvasProps } from './graph-canvas-props.ts';

export type { BoxBy, DifferenceMark, GraphCanvasHandle, GraphCanvasProps } from './graph-canvas-props.ts';

/** The drawing of the mesh. */
export function GraphCanvas(_props: GraphCanvasProps) {
  return <div className="size-full bg-canvas" />;
}
