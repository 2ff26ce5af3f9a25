'use client';

import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: string;
  children: ReactNode;
  className?: string;
};

export function Dialog({ isOpen, onOpenChange, title, description, children, className }: DialogProps) {
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="appear fixed inset-0 z-40 bg-canvas/70" />
        <RadixDialog.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={classNames(
            'appear fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-raised shadow-pop outline-none',
            className,
          )}
        >
          <header className="flex shrink-0 items-center gap-2 px-4 pt-3 pb-2">
            <RadixDialog.Title className="flex-1 text-lg font-semibold tracking-tight">
              {title}
            </RadixDialog.Title>
            <RadixDialog.Close asChild>
              <Button look="quiet" isIcon aria-label="Close">
                <X size={16} aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          {description !== undefined && (
            <RadixDialog.Description className="px-4 pb-2 text-ink-muted">
              {description}
            </RadixDialog.Description>
          )}
          <div className="min-h-0 overflow-y-auto px-4 pb-4">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
