'use client';

import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type NumberFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  problem: string | undefined;
  placeholder?: string | undefined;
};

/** A labelled figure, with a sentence below while it is none. */
export function NumberField({ label, value, onChange, problem, placeholder }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col justify-end gap-0.5 self-start">
      <label htmlFor={id} className="truncate text-xs text-ink-muted" title={label}>
        {label}
      </label>
      <input
        id={id}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(
          'mono h-7 w-full min-w-0 rounded-md border bg-surface px-2 text-right outline-none placeholder:text-ink-muted focus:border-accent',
          problem !== undefined && 'border-fail',
        )}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="text-xs text-fail">
          {problem}
        </p>
      )}
    </div>
  );
}
