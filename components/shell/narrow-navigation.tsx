'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { Button } from '#components/ui/button.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { BrandMark } from './brand-mark.tsx';
import { ClusterList } from './cluster-list.tsx';
import { NavigationFoot, NavigationLinks } from './navigation.tsx';
import { SnapshotDownload } from './snapshot-download.tsx';
import { SourceList } from './source-list.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { UserCard } from './user-card.tsx';
import { words } from './words.ts';

/** Behind the menu button of narrow screens: pages, and what the masthead has no room for. */
export function NarrowNavigation({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const status = useStatus().data?.data;
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-40 bg-canvas/70 md:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear fixed inset-y-0 left-0 z-50 flex w-72 flex-col gap-4 overflow-y-auto bg-raised px-2 pb-2 shadow-pop outline-none md:hidden"
        >
          <header className="flex h-12 shrink-0 items-center gap-2.5 px-2">
            <BrandMark />
            <Dialog.Title className="flex-1 text-[15px] font-semibold tracking-tight">Vigla</Dialog.Title>
            <ThemeMenu />
            <Dialog.Close asChild>
              <Button look="quiet" isIcon aria-label="Close">
                <X size={16} aria-hidden />
              </Button>
            </Dialog.Close>
          </header>
          <NavigationLinks onFollow={() => onOpenChange(false)} />
          <section className="border-t px-2 pt-3">
            <h2 className="mb-2 font-semibold">Sources</h2>
            <SourceList sources={status?.sources ?? []} />
            <ClusterList status={status} />
          </section>
          <section className="border-t px-2 pt-3">
            <h2 className="mb-2 font-semibold">{words.user}</h2>
            <UserCard />
            <SnapshotDownload />
          </section>
          <NavigationFoot />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
