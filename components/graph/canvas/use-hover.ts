import { type PointerEvent, useState } from 'react';
import type { Selection } from '../selection.ts';
import type { Point } from '../visible-graph.ts';
import type { HoverPlace } from './hover-tip.tsx';

type HoverQuestion = {
  /** What stands at a place, in pixels from the corner of the drawing on screen. */
  partAt: (at: Point) => Selection | undefined;
  /** Something is being dragged, and nothing should pop up over it. */
  isBusy: () => boolean;
};

const nowhere = { part: undefined, at: { x: 0, y: 0, along: 0, isLow: false } };
const roomBelow = 48;

/** What the pointer is over, and where it came upon it. */
export function useHover({ partAt, isBusy }: HoverQuestion) {
  const [hover, setHover] = useState<{ part: Selection | undefined; at: HoverPlace }>(nowhere);
  const leave = () => setHover((before) => (before.part === undefined ? before : nowhere));
  return {
    ...hover,
    handlers: {
      onPointerMove: ({ currentTarget, clientX, clientY, buttons, pointerType }: PointerEvent) => {
        if (pointerType === 'touch') return;
        if (buttons !== 0 || isBusy()) {
          leave();
          return;
        }
        const corner = currentTarget.getBoundingClientRect();
        const at = { x: clientX - corner.left, y: clientY - corner.top };
        const part = partAt(at);
        setHover((before) =>
          before.part?.id === part?.id && before.part?.kind === part?.kind
            ? before
            : {
                part,
                at: { ...at, along: at.x / corner.width, isLow: at.y > corner.height - roomBelow },
              },
        );
      },
      onPointerLeave: leave,
      onPointerDown: leave,
    },
  };
}
