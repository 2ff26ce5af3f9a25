import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="mono rounded-sm border bg-canvas px-1 text-2xs font-medium text-ink-muted whitespace-nowrap">
      {children}
    </kbd>
  );
}
