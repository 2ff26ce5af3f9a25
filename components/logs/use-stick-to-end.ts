'use client';

import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { LineListHandle } from './line-list.tsx';

/** This close to the end counts as there, in pixels. */
const near = 24;

type Sticky = {
  scroller: HTMLDivElement | null;
  handle: RefObject<LineListHandle | null>;
  onAtEnd: (isAtEnd: boolean) => void;
  /** What changes the end's place: the height of all rows, and the width of the list. */
  size: number;
  width: number;
};

/** Keeps a scrolled list at its end while the reader is there, and says when the reader leaves or comes back. */
export function useStickToEnd({ scroller, handle, onAtEnd, size, width }: Sticky): void {
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (scroller === null) return;
    const handleScroll = () => {
      const isNow = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
      if (isNow === isAtEnd.current) return;
      isAtEnd.current = isNow;
      onAtEnd(isNow);
    };
    onAtEnd(true);
    scroller.addEventListener('scroll', handleScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', handleScroll);
  }, [scroller, onAtEnd]);
  useLayoutEffect(() => {
    if (scroller !== null && isAtEnd.current && size > 0 && width >= 0) scroller.scrollTop = size;
  }, [scroller, size, width]);
  useImperativeHandle(handle, () => ({
    toEnd: () => {
      isAtEnd.current = true;
      onAtEnd(true);
      if (scroller !== null) scroller.scrollTop = scroller.scrollHeight;
    },
  }));
}
