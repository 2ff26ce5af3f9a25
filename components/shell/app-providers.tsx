'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PaletteItemsProvider } from '#components/ui/scope/palette-items.tsx';
import { createQueryClient } from '#components/ui/scope/query-client.ts';
import { ScopeProvider } from '#components/ui/scope/scope-provider.tsx';
import { ShortcutsProvider } from '#components/ui/scope/shortcuts.tsx';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { Theme } from '#lib/theme.ts';
import { InitialThemeContext } from './use-theme.ts';

/** What every page stands on. */
export function AppProviders({ initialTheme, children }: { initialTheme: Theme; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <InitialThemeContext value={initialTheme}>
      <QueryClientProvider client={queryClient}>
        <ScopeProvider>
          <ShortcutsProvider>
            <PaletteItemsProvider>
              <TooltipProvider delayDuration={300}>{children}</TooltipProvider>
            </PaletteItemsProvider>
          </ShortcutsProvider>
        </ScopeProvider>
      </QueryClientProvider>
    </InitialThemeContext>
  );
}
