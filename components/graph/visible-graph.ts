import type { Graph } from '#lib/contract/graph.ts';

/** What is drawn: a graph after hiding. */
export type VisibleGraph = Pick<Graph, 'nodes' | 'edges' | 'boxes'>;

/** A place on the drawing, in its own pixels: 1 is one pixel at a zoom of 100 %. */
export type Point = { x: number; y: number };
