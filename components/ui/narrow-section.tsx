import type { ReactNode } from 'react';

type NarrowSectionProps = { title: string; note?: string | undefined; children: ReactNode };

/** One part of a page's narrow column. */
export function NarrowSection({ title, note, children }: NarrowSectionProps) {
  return (
    <section aria-label={title} className="px-4 py-3">
      <h2 className="mb-1.5 flex flex-wrap items-baseline gap-x-2 font-semibold">
        {title}
        {note !== undefined && <span className="text-xs font-normal text-ink-muted">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
