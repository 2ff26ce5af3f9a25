'use client';

import { useState } from 'react';

/**
 * A text that somebody else keeps, such as the address. What is typed shows at once, however late the keeper follows; what
 * the keeper says by itself (after a step back, through a link) is taken over.
 */
export function useTypedText(
  kept: string,
  keep: (text: string) => void,
): [text: string, change: (text: string) => void] {
  const [typed, setTyped] = useState(kept);
  const [seen, setSeen] = useState(kept);
  /** What was handed on and has not come back yet, oldest first. */
  const [underway, setUnderway] = useState<readonly string[]>([]);
  if (kept !== seen) {
    const place = underway.lastIndexOf(kept);
    setSeen(kept);
    setUnderway(place === -1 ? [] : underway.slice(place + 1));
    if (place === -1) setTyped(kept);
  }
  const handleChange = (text: string) => {
    setTyped(text);
    setUnderway((before) => (text === seen ? [] : [...before, text]));
    keep(text);
  };
  return [typed, handleChange];
}
