'use client';

import { useRef } from 'react';
import type { LogLine } from '#lib/contract/logs.ts';
import { countNewer } from './follow-buffer.ts';

type Hold = {
  /** The reader is not at the end. */
  isHeld: boolean;
  /** Lines of another question are shown at once. */
  question: string;
};

/** Lines as they were when the reader left the end, so that nothing moves while they read; and how many came since. */
export function useHeldLines(lines: readonly LogLine[], { isHeld, question }: Hold) {
  const held = useRef({ lines, question });
  if (!isHeld || held.current.question !== question) held.current = { lines, question };
  const shown = held.current.lines;
  return { shown, newCount: countNewer(lines, shown) };
}
