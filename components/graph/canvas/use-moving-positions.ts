import { useEffect, useRef, useState } from 'react';
import type { Point } from '../visible-graph.ts';

const durationMs = 250;
/** A move of so many nodes at once is no explanation any more, and costs too much. */
const mostMovingNodes = 400;

/** Positions on their way to new ones; with reduced motion, or at first, they are there at once. */
export function useMovingPositions(target: ReadonlyMap<string, Point>): {
  positions: ReadonlyMap<string, Point>;
  isMoving: boolean;
} {
  const [shown, setShown] = useState({ positions: target, isMoving: false });
  const current = useRef(target);
  useEffect(() => {
    const from = current.current;
    const arrive = () => {
      current.current = target;
      setShown({ positions: target, isMoving: false });
    };
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const moves = [...target].some(([id, to]) => {
      const start = from.get(id);
      return start !== undefined && (start.x !== to.x || start.y !== to.y);
    });
    if (isCalm || !moves || target.size > mostMovingNodes) {
      arrive();
      return;
    }
    const startedAt = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, (now - startedAt) / durationMs);
      if (share === 1) {
        arrive();
        return;
      }
      const eased = 1 - (1 - share) ** 3;
      current.current = new Map(
        [...target].map(([id, to]) => {
          const start = from.get(id) ?? to;
          return [id, { x: start.x + (to.x - start.x) * eased, y: start.y + (to.y - start.y) * eased }];
        }),
      );
      setShown({ positions: current.current, isMoving: true });
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}
