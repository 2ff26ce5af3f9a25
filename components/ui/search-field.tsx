'use client';

import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import { useTypedText } from './use-typed-text.ts';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
};

/** A field whose text may be kept far away, in the address for instance: no letter is lost while it is typed fast. */
export function SearchField({ label, value, onChange, placeholder, className, ref }: SearchFieldProps) {
  const [typed, handleType] = useTypedText(value, onChange);
  return (
    <span
      className={classNames(
        'inline-flex h-7 min-w-0 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm text-ink-muted focus-within:border-accent',
        className,
      )}
    >
      <Search size={14} aria-hidden className="shrink-0" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => handleType(event.target.value)}
        className="w-full min-w-0 bg-transparent text-ink outline-none placeholder:text-ink-muted [&::-webkit-search-cancel-button]:hidden"
      />
    </span>
  );
}
