/** Advance widths of Inter Medium in hundredths of an em, from the space (32) to the tilde (126). */
const interWidths = [
  28, 30, 49, 64, 65, 99, 65, 31, 37, 37, 52, 67, 30, 46, 30, 37, 65, 42, 62, 63, 66, 60, 63, 57, 63, 63, 30,
  32, 67, 67, 67, 53, 98, 71, 66, 73, 72, 60, 59, 75, 74, 27, 58, 69, 57, 91, 76, 77, 64, 77, 65, 65, 65, 74,
  71, 100, 70, 70, 64, 37, 37, 37, 48, 46, 34, 57, 62, 58, 62, 59, 38, 62, 60, 25, 25, 56, 25, 89, 60, 60, 62,
  62, 39, 54, 34, 60, 57, 83, 56, 58, 56, 44, 35, 44, 67,
] as const;

/** Letters beyond ASCII are taken as wide; a little too much room does no harm. */
const otherWidth = 90;
const monoWidth = 60;

export type TextFont = { family: 'sans' | 'mono'; sizePx: number };

/**
 * Width of a line of text in pixels, without a canvas, so that the layout is the same before the fonts have come, in the
 * worker, in the exported file and in tests.
 */
export function textWidth(text: string, { family, sizePx }: TextFont): number {
  let hundredths = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    hundredths += family === 'mono' ? monoWidth : (interWidths[code - 32] ?? otherWidth);
  }
  return (hundredths * sizePx) / 100;
}

/** A text cut in its middle until it is at most so wide: `storefront-i…gateway`. */
export function truncateMiddle(text: string, maxWidth: number, font: TextFont): string {
  if (textWidth(text, font) <= maxWidth) return text;
  for (let kept = text.length - 1; kept > 2; kept -= 1) {
    const head = Math.ceil(kept / 2);
    const shorter = `${text.slice(0, head)}…${text.slice(text.length - (kept - head))}`;
    if (textWidth(shorter, font) <= maxWidth) return shorter;
  }
  return `${text.slice(0, 1)}…${text.slice(-1)}`;
}
