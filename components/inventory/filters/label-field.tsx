'use client';

import { Tag } from 'lucide-react';
import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { parseLabelSelector } from '#lib/label-selector.ts';
import { words } from '../words.ts';

/** A label selector as Kubernetes writes it; while it is not understood it says so and filters nothing. */
export function LabelField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const problemId = useId();
  const selector = parseLabelSelector(value);
  const problem = 'problem' in selector ? selector.problem : undefined;
  return (
    <span className="relative inline-flex min-w-0">
      <span
        className={classNames(
          'inline-flex h-7 min-w-0 items-center gap-1.5 rounded-md border bg-surface px-2 text-sm text-ink-muted focus-within:border-accent',
          problem === undefined ? 'border-border' : 'border-warn',
        )}
      >
        <Tag size={14} aria-hidden className="shrink-0" />
        <input
          type="text"
          aria-label={words.labelSelector}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : problemId}
          placeholder="app=reviews"
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          className="mono w-28 min-w-0 bg-transparent text-ink outline-none placeholder:text-ink-muted"
        />
      </span>
      {problem !== undefined && (
        <span
          id={problemId}
          role="status"
          className="absolute top-8 left-0 z-20 w-64 rounded-md bg-raised px-2 py-1 text-xs text-warn shadow-pop"
        >
          {problem}
        </span>
      )}
    </span>
  );
}
