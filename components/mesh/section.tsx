import type { ReactNode } from 'react';

type SectionProps = {
  title: string;
  count?: number;
  /** What it is about, in one sentence. */
  hint?: string;
  /** Said in place of the content when there is none. */
  empty?: string;
  children: ReactNode;
};

/** One part of a tab, with how many there are of it. */
export function Section({ title, count, hint, empty, children }: SectionProps) {
  const isEmpty = count === 0 && empty !== undefined;
  return (
    <section aria-label={title} className="border-b bg-surface">
      <h2 className="flex flex-wrap items-baseline gap-x-2 px-4 pt-3 pb-1.5">
        <span className="font-semibold">{title}</span>
        {count !== undefined && count > 0 && <span className="mono text-2xs text-ink-muted">{count}</span>}
        <span className="text-ink-muted">{isEmpty ? empty : hint}</span>
      </h2>
      {!isEmpty && <div className="pb-3">{children}</div>}
    </section>
  );
}
