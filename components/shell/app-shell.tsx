'use client';

import { Minimize } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { useShortcuts } from '#components/ui/scope/shortcuts.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { Masthead } from './masthead.tsx';
import { Navigation } from './navigation.tsx';
import { pageAt } from './pages.ts';
import { SnapshotLine } from './snapshot-line.tsx';
import { words } from './words.ts';

// Their code is fetched when one is first opened; most visits never do.
const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));
const NarrowNavigation = lazy(async () => ({
  default: (await import('./narrow-navigation.tsx')).NarrowNavigation,
}));
const ShortcutSheet = lazy(async () => ({
  default: (await import('./shortcut-sheet.tsx')).ShortcutSheet,
}));

type Overlay = 'palette' | 'shortcuts' | 'navigation';

/** The frame round every page; kiosk mode leaves only the page. */
export function AppShell({ children }: { children: ReactNode }) {
  const { isKiosk, changeKiosk, refreshNow } = useScope();
  const isSlim = pageAt(usePathname())?.isWide === true;
  const [overlay, setOverlay] = useState<Overlay>();
  const handleOverlay = (which: Overlay) => (isOpen: boolean) => setOverlay(isOpen ? which : undefined);

  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      setOverlay((current) => (current === 'palette' ? undefined : 'palette'));
    };
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, []);

  const shortcuts = useMemo(
    () => [
      { key: '?', title: 'Show this sheet', onPress: () => setOverlay('shortcuts') },
      { key: 'r', title: 'Refresh now', onPress: refreshNow },
    ],
    [refreshNow],
  );
  useShortcuts('Everywhere', shortcuts);

  return (
    <div
      className={classNames(
        'grid h-dvh grid-cols-[minmax(0,1fr)]',
        !isKiosk && (isSlim ? 'md:grid-cols-[56px_minmax(0,1fr)]' : 'md:grid-cols-[200px_minmax(0,1fr)]'),
      )}
    >
      {!isKiosk && (
        <a
          href="#page"
          className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-1 focus:shadow-pop"
        >
          Skip to the page
        </a>
      )}
      {!isKiosk && <Navigation isSlim={isSlim} />}
      <div className="flex min-h-0 min-w-0 flex-col">
        <SnapshotLine />
        {!isKiosk && (
          <Masthead
            onOpenPalette={() => setOverlay('palette')}
            onOpenNavigation={() => setOverlay('navigation')}
          />
        )}
        <main
          id="page"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden bg-surface outline-none"
        >
          {children}
        </main>
      </div>
      {isKiosk && (
        <Button
          isIcon
          aria-label={words.leaveKiosk}
          title={words.leaveKiosk}
          className="fixed right-2 bottom-2 z-30 opacity-40 hover:opacity-100 focus-visible:opacity-100"
          onClick={() => changeKiosk(false)}
        >
          <Minimize size={14} aria-hidden />
        </Button>
      )}
      <Suspense>
        {overlay === 'navigation' && <NarrowNavigation isOpen onOpenChange={handleOverlay('navigation')} />}
        {overlay === 'shortcuts' && <ShortcutSheet isOpen onOpenChange={handleOverlay('shortcuts')} />}
        {overlay === 'palette' && (
          <CommandPalette
            isOpen
            onOpenChange={handleOverlay('palette')}
            onShowShortcuts={() => setOverlay('shortcuts')}
          />
        )}
      </Suspense>
    </div>
  );
}
