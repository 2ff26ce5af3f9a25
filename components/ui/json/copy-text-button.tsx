'use client';

import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../button.tsx';
import { words } from './words.ts';

type CopyState = { kind: 'idle' } | { kind: 'copied' } | { kind: 'refused'; because: string };

const icons = { idle: Copy, copied: Check, refused: TriangleAlert } as const;

type CopyTextButtonProps = { label: string; textOf: () => Promise<string> };

/** Copies a text that may have to be fetched first, and says what came of it for three seconds. */
export function CopyTextButton({ label, textOf }: CopyTextButtonProps) {
  const [state, setState] = useState<CopyState>({ kind: 'idle' });
  useEffect(() => {
    if (state.kind === 'idle') return;
    const timer = window.setTimeout(() => setState({ kind: 'idle' }), 3000);
    return () => window.clearTimeout(timer);
  }, [state]);
  const handleClick = async () => {
    try {
      const text = await textOf();
      // Pages served without TLS have no clipboard.
      if (navigator.clipboard === undefined) throw new Error(words.refused);
      await navigator.clipboard.writeText(text);
      setState({ kind: 'copied' });
    } catch (error) {
      setState({ kind: 'refused', because: error instanceof Error ? error.message : words.refused });
    }
  };
  const Icon = icons[state.kind];
  return (
    <Button
      look="quiet"
      onClick={handleClick}
      title={state.kind === 'refused' ? state.because : `Copy: ${label}`}
      aria-label={state.kind === 'refused' ? state.because : `Copy: ${label}`}
    >
      <Icon size={14} aria-hidden />
      {state.kind === 'copied' ? words.copied : label}
    </Button>
  );
}
