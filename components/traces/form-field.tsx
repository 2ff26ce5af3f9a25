'use client';

import { type ComponentProps, useEffect, useId, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type FormFieldProps = {
  label: string;
  value: string;
  /** Told when the field is left or Enter pressed, not with every key. */
  onCommit: (value: string) => void;
  problem?: string | undefined;
  /** Offered while typing. */
  choices?: readonly string[];
} & Pick<ComponentProps<'input'>, 'placeholder' | 'className'>;

/** A labelled field of the search, with a sentence below while something is wrong with it. */
export function FormField({ label, value, onCommit, problem, choices, ...input }: FormFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft.trim() !== value) onCommit(draft.trim());
  };
  const handleChange = (text: string) => {
    setDraft(text);
    // Taken from the list rather than typed: nobody expects to press Enter after that.
    if (choices?.includes(text)) onCommit(text);
  };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-0.5', input.className)}>
      <label htmlFor={id} className="text-xs text-ink-muted">
        {label}
      </label>
      <input
        id={id}
        value={draft}
        placeholder={input.placeholder}
        list={choices === undefined ? undefined : `${id}-choices`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => handleChange(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className={classNames(
          'h-7 w-full min-w-0 rounded-md border bg-surface px-2 text-sm outline-none placeholder:text-ink-muted focus:border-accent',
          problem !== undefined && 'border-fail',
        )}
      />
      {choices !== undefined && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="text-xs text-fail">
          {problem}
        </p>
      )}
    </div>
  );
}
