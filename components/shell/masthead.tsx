'use client';

import { Menu as MenuIcon, Search } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Key } from '#components/ui/key.tsx';
import { ClusterPicker } from './cluster-picker.tsx';
import { MeshLock } from './mesh-lock.tsx';
import { NamespacePicker } from './namespace-picker.tsx';
import { RefreshPicker } from './refresh-picker.tsx';
import { SourceStatusButton } from './source-status.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { TimeRangePicker } from './time-range-picker.tsx';
import { UserMenu } from './user-menu.tsx';
import { WarningsBell } from './warnings-bell.tsx';

type MastheadProps = { onOpenPalette: () => void; onOpenNavigation: () => void };

/** The bar above every page: what is looked at, and how its sources are. */
export function Masthead({ onOpenPalette, onOpenNavigation }: MastheadProps) {
  return (
    <header className="flex h-12 min-w-0 shrink-0 items-center gap-1 border-b bg-canvas px-2 md:gap-2 md:px-4">
      <Button look="quiet" isIcon className="md:hidden" aria-label="Menu" onClick={onOpenNavigation}>
        <MenuIcon size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      <ClusterPicker />
      <NamespacePicker />
      <TimeRangePicker />
      <RefreshPicker />
      <span className="flex-1" />
      <MeshLock />
      <Divider />
      <SourceStatusButton />
      <Divider />
      <Button look="quiet" className="border-border max-md:hidden" onClick={onOpenPalette}>
        <Search size={14} aria-hidden /> Go to <Key>Ctrl K</Key>
      </Button>
      <Button look="quiet" isIcon className="md:hidden" aria-label="Go to" onClick={onOpenPalette}>
        <Search size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      <WarningsBell />
      <span className="contents max-md:hidden">
        <ThemeMenu />
        <UserMenu />
      </span>
    </header>
  );
}

function Divider() {
  return <span aria-hidden className="h-5 w-px shrink-0 bg-border max-lg:hidden" />;
}
