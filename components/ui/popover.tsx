'use client';

import { Popover as RadixPopover } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type PopoverProps = {
  /** The button that opens it; it must pass on its props and ref. */
  trigger: ReactNode;
  children: ReactNode;
  /** What a screen reader calls the opened panel. */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
} & Pick<ComponentProps<typeof RadixPopover.Root>, 'open' | 'onOpenChange'> &
  Pick<ComponentProps<typeof RadixPopover.Content>, 'onOpenAutoFocus'>;

export function Popover({
  trigger,
  children,
  label,
  align = 'start',
  side = 'bottom',
  className,
  onOpenAutoFocus,
  ...root
}: PopoverProps) {
  return (
    <RadixPopover.Root {...root}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={onOpenAutoFocus}
          className={classNames(
            'appear z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg bg-raised shadow-pop outline-none',
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
