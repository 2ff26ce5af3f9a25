'use client';

import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

type CopyState = 'idle' | 'copied' | 'refused';

const icons = { idle: Copy, copied: Check, refused: TriangleAlert } as const;
const words = { idle: 'Copy', copied: 'Copied', refused: 'The browser refused to copy' } as const;

/** Copies a text and says so for two seconds. `label` completes "Copy". */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = window.setTimeout(() => setState('idle'), 2000);
    return () => window.clearTimeout(timer);
  }, [state]);
  const handleClick = () => {
    // Pages served without TLS have no clipboard.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  const Icon = icons[state];
  return (
    <Button
      look="quiet"
      isIcon
      className="h-5 w-5"
      onClick={handleClick}
      title={words[state]}
      aria-label={state === 'idle' && label !== undefined ? `Copy ${label}` : words[state]}
    >
      <Icon size={14} aria-hidden />
    </Button>
  );
}
