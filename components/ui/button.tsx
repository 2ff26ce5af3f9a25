import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const looks = {
  /** The usual button: a hairline round it. */
  outline: 'border-border bg-surface text-ink hover:bg-hover',
  /** Without a frame, for the masthead and table rows. */
  quiet: 'border-transparent bg-transparent text-ink-muted hover:bg-hover hover:text-ink',
  /** The one action that a dialog or an empty page asks for. */
  primary: 'border-accent bg-accent text-on-accent hover:opacity-90',
} as const;

type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof looks;
  /** Square, for a lone icon; such a button needs an `aria-label`. */
  isIcon?: boolean;
  /** A choice that is on: tinted with the accent. */
  isOn?: boolean;
};

export function Button({
  look = 'outline',
  isIcon = false,
  isOn = false,
  className,
  type,
  ...props
}: ButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      className={classNames(
        'inline-flex h-7 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border text-sm font-medium',
        'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50',
        isIcon ? 'w-7' : 'px-2',
        isOn ? 'border-pressed-border bg-pressed text-ink' : looks[look],
        className,
      )}
      {...props}
    />
  );
}

/** Buttons that belong together, drawn as one. */
export function ButtonGroup({ className, ...props }: ComponentProps<'fieldset'>) {
  return (
    <fieldset
      className={classNames(
        'inline-flex shrink-0 [&>*]:rounded-none [&>*:first-child]:rounded-l-md [&>*:last-child]:rounded-r-md [&>*+*]:-ml-px',
        className,
      )}
      {...props}
    />
  );
}
