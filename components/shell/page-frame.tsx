'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Theme } from '#lib/theme.ts';
import { AppProviders } from './app-providers.tsx';
import { AppShell } from './app-shell.tsx';

/** The frame round every page but those of signing in, where nothing of the mesh can be asked yet. */
export function PageFrame({ initialTheme, children }: { initialTheme: Theme; children: ReactNode }) {
  if (usePathname().startsWith('/auth/')) return children;
  return (
    <AppProviders initialTheme={initialTheme}>
      <AppShell>{children}</AppShell>
    </AppProviders>
  );
}
