import type { TextFont } from './text-width.ts';

/** Measures of the drawing, in pixels at a zoom of 100 %. */
export const nodeSize = 32;
export const nodeRadius = nodeSize / 2;
/** A diamond and a hexagon reach a little further, so that their area looks as large as a circle's. */
export const diamondRadius = 19;
export const titleFont: TextFont = { family: 'sans', sizePx: 11.5 };
export const subtitleFont: TextFont = { family: 'sans', sizePx: 10.5 };
export const edgeFont: TextFont = { family: 'mono', sizePx: 10.5 };
export const boxFont: TextFont = { family: 'sans', sizePx: 11.5 };
export const maxTitleWidth = 124;
/** From the node's centre to the baselines of its two lines. */
export const titleBaseline = 29;
export const lineHeight = 13;
export const edgeLabelHeight = 16;
/** From one line of an edge's label to the next. */
export const edgeLabelStep = 12;
export const lockWidth = 13;
export const boxPadding = 16;
export const boxTitleHeight = 28;
export const badgeRadius = 6.5;
export const badgeStep = 12;
/** More marks than these are told by the side panel only. */
export const mostBadges = 3;
