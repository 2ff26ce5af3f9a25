/** `along` is the share of the drawing's width to the left of the pointer, so that the tip never leaves it. */
export type HoverPlace = { x: number; y: number; along: number; isLow: boolean };

/** Full names and figures beside the pointer; readers of the screen hear the same of what is selected. */
export function HoverTip({ at, text }: { at: HoverPlace; text: string }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      <p
        className="absolute w-max max-w-full rounded-md bg-raised px-2 py-1 text-ink text-xs shadow-pop"
        style={{ left: at.x, top: at.y, translate: `${-100 * at.along}% ${at.isLow ? '-36px' : '18px'}` }}
      >
        {text}
      </p>
    </div>
  );
}
