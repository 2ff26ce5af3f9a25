import type { Point } from '../visible-graph.ts';
import type { ColourToken } from './palette.ts';
import type { Rectangle } from './rectangle.ts';
import type { TextFont } from './text-width.ts';

export type Ink = {
  fill?: ColourToken;
  fillOpacity?: number;
  stroke?: ColourToken;
  strokeOpacity?: number;
  width?: number;
  dash?: readonly number[];
  /** Ends of lines and dashes are round. */
  isRound?: boolean;
};

export type TextInk = {
  colour: ColourToken;
  font: TextFont;
  weight: 400 | 500 | 600;
  align: 'left' | 'centre';
  /** Width of a rim in the canvas's colour, so that the text reads over lines. */
  rim?: number;
};

/** What the drawing needs of a surface; the screen and the exported file are the two of them. */
export type Pen = {
  line: (points: readonly Point[], ink: Ink) => void;
  /** An outline given as an SVG path round its own origin, put at a place and scaled. */
  outline: (path: string, at: Point & { scale?: number }, ink: Ink) => void;
  rectangle: (rectangle: Rectangle, radius: number, ink: Ink) => void;
  text: (text: string, at: Point, ink: TextInk) => void;
  /** Draws with everything inside so much see-through. */
  faded: (opacity: number, draw: () => void) => void;
};
